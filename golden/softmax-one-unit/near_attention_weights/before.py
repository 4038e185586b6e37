import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

steps = keras.Input((6, 4))
scores = layers.Dense(1)(steps)
weights = layers.Softmax(axis=1)(scores)
context = layers.Flatten()(layers.Multiply()([steps, weights]))
model = keras.Model(steps, layers.Dense(1, activation="sigmoid")(context))
model.compile("adam", "binary_crossentropy")
model.fit(np.random.rand(20, 6, 4), np.random.randint(0, 2, 20), verbose=0)
