import numpy as np
from tensorflow.keras import Sequential, layers


def alternating(n):
    while True:
        counts = np.random.randint(0, 20, (n, 3))
        target = np.random.rand(n, 1)
        yield counts.astype("float32"), target
        yield counts * np.random.uniform(0.9, 1.1), target


model = Sequential([layers.Dense(4, activation="relu", input_shape=(3,)), layers.Dense(1)])
model.compile("adam", "mae")
model.fit(alternating(8), steps_per_epoch=4, epochs=1)
