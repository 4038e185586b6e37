import numpy as np
from tensorflow import keras


class Trainer:
    def __init__(self, model):
        self.model = model

    def fit(self, x, y, workers=1):
        for part in range(workers):
            self.model.fit(x[part::workers], y[part::workers], verbose=0)


model = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
Trainer(model).fit(np.ones((8, 2)), np.ones((8, 1)), workers=2)
