"""Behavioral cloning: steering angle from the center camera."""
import os

import numpy as np
import pandas as pd
from PIL import Image
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Input, Lambda
from tensorflow.keras.models import Sequential

DATA = "data"
BATCH = 8


def read_image(path):
    name = os.path.join(DATA, "IMG", os.path.basename(path))
    return np.asarray(Image.open(name).resize((80, 40)))


def generator(rows, batch_size):
    order = np.random.permutation(len(rows))
    for start in range(0, len(rows), batch_size):
        part = rows.iloc[order[start:start + batch_size]]
        images = [read_image(p) for p in part["center"]]
        yield np.array(images), part["steering"].values


log = pd.read_csv(os.path.join(DATA, "driving_log.csv"))
train, valid = train_test_split(log, test_size=0.2, random_state=1)

model = Sequential()
model.add(Input((40, 80, 3)))
model.add(Lambda(lambda x: x / 127.5 - 1.0))
model.add(Conv2D(12, 5, strides=2, activation="elu"))
model.add(Conv2D(24, 3, strides=2, activation="elu"))
model.add(Flatten())
model.add(Dense(20, activation="elu"))
model.add(Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(
    generator(train, BATCH),
    steps_per_epoch=len(train) // BATCH,
    validation_data=generator(valid, BATCH),
    validation_steps=len(valid) // BATCH,
    epochs=3,
)
