import numpy as np
import tensorflow as tf
from tensorflow import keras


def batches():
    while True:
        yield np.random.rand(8, 4), np.random.rand(4, 1)


model = keras.Sequential(
    [keras.layers.Input((4,)), keras.layers.Dense(1), keras.layers.Lambda(lambda t: t[::2])]
)
model.compile("sgd", "mse")
model.fit(batches(), steps_per_epoch=3, epochs=2, verbose=0)
