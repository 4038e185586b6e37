import numpy as np
from tensorflow import keras


def noise(size=8):
    while True:
        yield np.random.rand(size, 3), np.random.rand(size, 1)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(noise, steps_per_epoch=4, epochs=2, verbose=0)
