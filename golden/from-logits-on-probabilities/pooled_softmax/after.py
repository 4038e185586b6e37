import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential(
    [
        layers.Input((24, 2)),
        layers.Conv1D(3, 5, activation="softmax"),
        layers.GlobalAveragePooling1D(),
    ]
)
model.compile("adam", loss=keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
model.fit(np.random.rand(40, 24, 2), np.random.randint(0, 3, 40), verbose=0)
