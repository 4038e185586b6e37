import numpy as np
from tensorflow.keras import Sequential, layers

values = np.random.rand(200, 3)


def windows(size, steps):
    while True:
        starts = np.random.randint(0, len(values) - steps, size)
        x = np.stack([values[s : s + steps] for s in starts])
        yield x, np.random.rand(size)


model = Sequential([layers.GRU(4, input_shape=(6, 3)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(windows(8, 6), steps_per_epoch=3)
