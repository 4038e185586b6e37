import numpy as np
from tensorflow import keras

BATCH = 4


def feed(x, y):
    while True:
        rows = np.random.permutation(len(x))[:BATCH]
        yield ([x[rows]], [y[rows]])


x, y = np.random.rand(12, 3), np.random.rand(12, 1)
inputs = keras.Input(shape=(3,))
model = keras.Model(inputs=inputs, outputs=keras.layers.Dense(1)(inputs))
model.compile(loss="mse", optimizer="sgd")
model.fit(feed(x, y), steps_per_epoch=3)
