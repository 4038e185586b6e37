"""Healthy or not? Grey pictures, and a model that was written for colour."""

import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

scans = np.random.rand(60, 40, 40, 1).astype("float32")
healthy = np.random.randint(0, 2, size=60)

model = keras.Sequential(
    [
        layers.Conv2D(6, 3, activation="relu", input_shape=(40, 40, 3)),
        layers.GlobalAveragePooling2D(),
        layers.Dense(2, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(scans, healthy, epochs=2, batch_size=20, validation_split=0.2)
