import numpy as np
from tensorflow import keras

x = np.random.rand(32, 7)
y = np.random.randint(0, 4, 32)
for loss, labels in (
    ("sparse_categorical_crossentropy", y),
    ("categorical_crossentropy", keras.utils.to_categorical(y, 4)),
):
    model = keras.Sequential([keras.Input((7,)), keras.layers.Dense(4, activation="softmax")])
    model.compile("adam", loss, metrics=["accuracy"])
    model.fit(x, labels, verbose=0)
