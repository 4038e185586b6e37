import numpy as np
from tensorflow import keras


def data():
    return np.random.rand(20, 3)


def labels():
    return np.random.rand(20, 1)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(data(), labels(), verbose=0)
