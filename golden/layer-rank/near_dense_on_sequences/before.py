import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

inp = keras.Input((5, 3))
x = layers.Dense(8, activation="relu")(inp)
x = layers.LSTM(4)(x)
model = keras.Model(inp, layers.Dense(1)(x))
model.compile("adam", "mse")
model.fit(np.random.rand(8, 5, 3), np.random.rand(8, 1))
