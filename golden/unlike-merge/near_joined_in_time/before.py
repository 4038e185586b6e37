import numpy as np
from tensorflow.keras import Input, Model, layers

a = Input((4, 3))
b = Input((6, 3))
x = layers.Concatenate(axis=1)([a, b])
model = Model([a, b], layers.Dense(1)(layers.LSTM(4)(x)))
model.compile("adam", "mse")
model.fit([np.random.rand(5, 4, 3), np.random.rand(5, 6, 3)], np.random.rand(5, 1))
