import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(4)
stars = rng.random((50, 26, 26, 1), dtype="float32")
kind = rng.integers(0, 3, 50)


def one_pass(size):
    order = rng.permutation(len(stars))
    for i in range(0, len(order), size):
        j = order[i:i + size]
        yield stars[j], keras.utils.to_categorical(kind[j], 3)


model = keras.Sequential(
    [
        layers.Input((26, 26, 1)),
        layers.Conv2D(6, 5, activation="relu"),
        layers.Flatten(),
        layers.Dense(3, activation="softmax"),
    ]
)
model.compile("sgd", "categorical_crossentropy")
for epoch in range(3):
    print("epoch", epoch)
    model.fit(one_pass(10), steps_per_epoch=5, verbose=2)
