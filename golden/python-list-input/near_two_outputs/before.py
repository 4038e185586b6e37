import numpy as np
from tensorflow import keras

inputs = keras.Input((3,))
model = keras.Model(inputs, [keras.layers.Dense(1)(inputs), keras.layers.Dense(2)(inputs)])
model.compile("sgd", ["mse", "mae"])
targets = [np.random.rand(6, 1), np.random.rand(6, 2)]
model.fit(np.random.rand(6, 3), targets, verbose=0)
