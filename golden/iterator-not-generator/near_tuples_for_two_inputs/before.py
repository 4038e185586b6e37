import numpy as np
from tensorflow import keras
from tensorflow.keras import layers


def stream():
    while True:
        yield (np.random.rand(4, 2), np.random.rand(4, 2)), np.random.rand(4, 1)


a, b = keras.Input((2,)), keras.Input((2,))
model = keras.Model([a, b], layers.Dense(1)(layers.concatenate([a, b])))
model.compile("sgd", "mse")
model.fit(stream(), steps_per_epoch=3)
