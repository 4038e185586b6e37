import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

x = np.random.rand(64, 12)
inputs = keras.Input((12,))
h = layers.Dense(10, activation="relu")(inputs)
kind = layers.Dense(4, activation="softmax", name="kind")(h)
size = layers.Dense(2, name="size")(h)
model = keras.Model(inputs, [size, kind])
model.compile("adam", loss={"kind": "sparse_categorical_crossentropy", "size": "mse"})
model.fit(x, {"kind": np.arange(64) % 4, "size": np.random.rand(64, 2)}, epochs=1)
