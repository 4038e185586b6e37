import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

NUM_CLASSES = 10

images = np.random.rand(64, 8, 8, 1)
labels = keras.utils.to_categorical(np.random.randint(0, 10, 64), NUM_CLASSES)

model = keras.Sequential(
    [
        layers.Input((8, 8, 1)),
        layers.Conv2D(4, 3, activation="relu"),
        layers.Flatten(),
        layers.Dense(9, activation="softmax"),  # digits 0..9
    ]
)
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(images, labels, epochs=1, verbose=0)
