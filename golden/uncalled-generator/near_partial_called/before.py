import functools

import numpy as np
from tensorflow import keras


def noise(size):
    for _ in range(4):
        yield np.random.rand(size, 3), np.random.rand(size, 1)


quick = functools.partial(noise, 8)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(quick(), verbose=0)
