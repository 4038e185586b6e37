import numpy as np
from tensorflow import keras


class Slow:
    def __init__(self, model):
        self.model = model

    def fit(self, data, steps):
        for _ in range(int(steps)):
            self.model.train_on_batch(*data)


model = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
Slow(model).fit((np.ones((4, 2)), np.ones((4, 1))), steps=10 / 4)
