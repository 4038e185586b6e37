import numpy as np
import tensorflow.keras as K


def batches(size):
    while True:
        x = np.zeros((size, 12, 12))
        yield x, np.zeros(size)


def build():
    return K.Sequential([
        K.layers.Conv2D(2, 3),
        K.layers.Flatten(),
        K.layers.Dense(1),
    ])


model = build()
model.compile("sgd", "mse")
model.fit(batches(8), steps_per_epoch=4, epochs=2)
