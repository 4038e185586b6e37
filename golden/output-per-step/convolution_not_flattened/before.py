import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import Conv2D, Dense, MaxPooling2D

model = keras.Sequential(
    [
        keras.Input((12, 12, 1)),
        Conv2D(4, 3, activation="relu"),
        MaxPooling2D(),
        Dense(16, activation="relu"),  # classifier
        Dense(5, activation="softmax"),
    ]
)
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
labels = keras.utils.to_categorical(np.random.randint(0, 5, 20), 5)
model.fit(np.random.rand(20, 12, 12, 1), labels, epochs=1, verbose=0)
