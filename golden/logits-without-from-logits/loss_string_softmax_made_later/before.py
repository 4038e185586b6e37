import numpy as np
from tensorflow import keras
from tensorflow.keras import layers


def scorer(kinds):
    scores = keras.Sequential([layers.Input((3,)), layers.Dense(kinds)])
    scores.compile("sgd", "sparse_categorical_crossentropy")
    return scores


scores = scorer(3)
scores.fit(np.random.rand(50, 3), np.random.randint(0, 3, 50), verbose=0)
chances = keras.Sequential([scores, layers.Softmax()])
print(chances.predict(np.random.rand(2, 3), verbose=0))
