import random

import numpy as np
from tensorflow import keras

model = keras.Sequential(
    [
        keras.layers.Conv2D(4, 3, padding="same", input_shape=(None, None, 3)),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(1),
    ]
)
model.compile(loss="mse", optimizer="adam")


def any_size():
    while True:
        side = random.choice([16, 24, 32])
        yield np.random.rand(4, side, side, 3), np.random.rand(4, 1)


model.fit(any_size(), steps_per_epoch=5, epochs=1)
