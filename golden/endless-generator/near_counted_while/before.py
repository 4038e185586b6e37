import numpy as np
from tensorflow import keras


def some(limit):
    i = 0
    while i < limit:
        yield np.random.rand(4, 3), np.random.rand(4, 1)
        i += 1


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(some(5), verbose=0)
model.evaluate(some(3), verbose=0)
