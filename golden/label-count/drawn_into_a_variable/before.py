import random

import numpy as np
from tensorflow import keras as k

BATCH = 10


def source():
    while True:
        count = random.randint(4, 9)
        images = np.zeros((BATCH, 6, 6, 1), dtype="float32")
        classes = np.ones((count, 1))
        yield images, classes


def build():
    net = k.models.Sequential([k.layers.Conv2D(2, 3, input_shape=(6, 6, 1)), k.layers.Flatten(), k.layers.Dense(1)])
    net.compile(loss=k.losses.MeanSquaredError(), optimizer="sgd")
    return net


build().fit(source(), steps_per_epoch=3, epochs=2, validation_data=source(), validation_steps=2, verbose=0)
