import numpy as np
from tensorflow.keras import Sequential, layers


def batches():
    while True:
        patch = np.random.randint(2, 6)
        x = np.ones((4, 12, 12, 1))
        x[:, :patch, :patch] = 0
        yield x, np.full(4, patch)


model = Sequential([layers.Conv2D(2, 3, input_shape=(12, 12, 1)), layers.Flatten(), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(batches(), steps_per_epoch=3)
