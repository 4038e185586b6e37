import numpy as np
from tensorflow import keras

a, b = keras.Input((4,)), keras.Input((7,))
model = keras.Model([a, b], keras.layers.Dense(1)(keras.layers.concatenate([a, b])))
model.compile("sgd", "mse")
left, right = np.random.rand(9, 4), np.random.rand(9, 7)
try:
    model.fit([right, left], np.zeros(9))
except ValueError:
    model.fit([left, right], np.zeros(9))
