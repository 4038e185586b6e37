import numpy as np
from tensorflow import keras

BATCH = 8
x, y = np.random.rand(40, 3), np.random.rand(40, 1)


def batches():
    while True:
        for i in range(0, len(x), BATCH):
            yield x[i : i + BATCH], y[i : i + BATCH]


model = keras.Sequential([keras.layers.Input((3,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(batches(), steps_per_epoch=len(x) // BATCH, epochs=2)
