import numpy as np
from tensorflow import keras


def batches(x, y, size):
    while True:
        for i in range(0, len(x), size):
            end = min(i + size, len(x))
            yield x[i:end], y[i:i + size]


x, y = np.random.rand(45, 4), np.random.rand(45, 1)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(batches(x, y, 10), steps_per_epoch=5, epochs=2, verbose=0)
