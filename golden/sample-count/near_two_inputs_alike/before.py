import numpy as np
from tensorflow import keras

a, b = keras.Input((3,)), keras.Input((2,))
model = keras.Model([a, b], keras.layers.Dense(1)(keras.layers.Concatenate()([a, b])))
model.compile("sgd", "mse")
model.fit([np.random.rand(20, 3), np.random.rand(20, 2)], np.random.rand(20, 1), verbose=0)
