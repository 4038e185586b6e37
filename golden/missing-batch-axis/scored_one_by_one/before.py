import numpy as np
from tensorflow import keras


class Scorer:
    def __init__(self, features):
        self.model = keras.Sequential([keras.Input((features,)), keras.layers.Dense(4, activation="softmax")])
        self.model.compile("adam", "categorical_crossentropy")

    def train(self, x, y):
        self.model.fit(x, y, verbose=0)

    def score(self, x, y):
        losses = []
        for i in range(3):
            losses.append(self.model.evaluate(x[i], y[i], verbose=0))
        return losses


data = np.random.rand(32, 9)
one_hot = keras.utils.to_categorical(np.random.randint(0, 4, 32), 4)
scorer = Scorer(data.shape[1])
scorer.train(data, one_hot)
print(scorer.score(data, one_hot))
