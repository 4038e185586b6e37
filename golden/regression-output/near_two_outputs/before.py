import numpy as np
from tensorflow import keras

i = keras.Input((4,))
model = keras.Model(i, [keras.layers.Dense(3)(i), keras.layers.Dense(1)(i)])
model.compile("adam", ["mse", "mse"])
model.fit(np.random.rand(40, 4), [np.random.rand(40, 3), np.random.rand(40, 1)], verbose=0)
