import numpy as np
from tensorflow import keras


def noise():
    while True:
        yield np.random.rand(4, 3), np.random.rand(4, 1)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(noise(), steps_per_epoch=4, verbose=0)
