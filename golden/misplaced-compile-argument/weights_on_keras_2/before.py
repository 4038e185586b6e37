import numpy as np
from tensorflow import keras

inputs = keras.Input((3,))
first = keras.layers.Dense(1, name="first")(inputs)
second = keras.layers.Dense(1, name="second")(inputs)
model = keras.Model(inputs, [first, second])
model.compile("adam", ["mse", "mae"], [0.7, 0.3])
model.fit(np.random.rand(8, 3), [np.random.rand(8, 1), np.random.rand(8, 1)], verbose=0)
