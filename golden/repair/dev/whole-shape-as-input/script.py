"""Fashion items, 10 classes. Small conv net."""
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

rng = np.random.default_rng(3)
x_train = rng.integers(0, 256, size=(240, 28, 28)).astype("float32") / 255
y_train = rng.integers(0, 10, size=240)
x_train = np.expand_dims(x_train, -1)
print("x_train shape:", x_train.shape)

num_classes = 10
input_shape = x_train.shape


def build():
    net = keras.Sequential(
        [
            keras.Input(shape=input_shape),
            layers.Dense(16, activation="relu"),
            layers.Flatten(),
            layers.Dropout(0.5),
            layers.Dense(num_classes, activation="softmax"),
        ]
    )
    net.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return net


if __name__ == "__main__":
    build().fit(x_train, y_train, batch_size=40, epochs=2, validation_split=0.1)
