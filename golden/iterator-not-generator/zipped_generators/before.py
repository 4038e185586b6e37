import numpy as np
from tensorflow import keras


def noisy():
    while True:
        yield np.random.rand(4, 8)


def clean():
    while True:
        yield np.random.rand(4, 8)


model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(8)])
model.compile("sgd", "mse")
model.fit(zip(noisy(), clean()), steps_per_epoch=3, epochs=2)
