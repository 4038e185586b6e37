import numpy as np
from tensorflow import keras

inputs = keras.Input((3,))
outputs = {"a": keras.layers.Dense(1, name="a")(inputs), "b": keras.layers.Dense(1, name="b")(inputs)}
model = keras.Model(inputs, outputs)
model.compile("adam", {"a": "mse", "b": "mse"}, loss_weights={"a": 1.0, "b": 0.5})
model.fit(np.random.rand(8, 3), {"a": np.random.rand(8, 1), "b": np.random.rand(8, 1)}, verbose=0)
