"""Tell two kinds of birds apart, on pictures that are cropped anew for every batch."""

import random

import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
from tensorflow.keras.utils import to_categorical

SIDE = 48
KINDS = 2


def pictures(batch_size):
    rng = np.random.default_rng(3)
    while True:
        side = random.randint(40, 56)  # a different crop for every batch
        x = rng.random((batch_size, side, side, 3))
        y = to_categorical(rng.integers(0, KINDS, batch_size), KINDS)
        yield x, y


model = Sequential()
model.add(Conv2D(8, (3, 3), activation="relu", input_shape=(SIDE, SIDE, 3)))
model.add(MaxPooling2D())
model.add(Flatten())
model.add(Dense(KINDS, activation="softmax"))
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])

model.fit_generator(pictures(16), steps_per_epoch=8, epochs=2, validation_data=pictures(16), validation_steps=2)
