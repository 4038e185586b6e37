import numpy as np
from tensorflow import keras

inputs = keras.Input((3,))
price = keras.layers.Dense(1, name="price")(inputs)
kind = keras.layers.Dense(1, activation="sigmoid", name="kind")(inputs)
model = keras.Model(inputs, {"price": price, "kind": kind})
model.compile("adam", {"price": "mse", "kind": "binary_crossentropy"}, metrics={"price": ["mae"], "kind": ["accuracy"]})
model.fit(np.random.rand(8, 3), {"price": np.random.rand(8, 1), "kind": np.ones((8, 1))}, verbose=0)
