import numpy as np
from tensorflow.keras import Sequential, layers


def build(width):
    model = Sequential([layers.Dense(4, input_shape=(width,)), layers.Dense(1)])
    model.compile("sgd", "mse")
    return model


build(4).fit(np.random.rand(9, 4), np.zeros(9))
build(7).fit(np.random.rand(9, 7), np.zeros(9))
