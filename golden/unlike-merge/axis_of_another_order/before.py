import numpy as np
from tensorflow import keras
from tensorflow.keras import layers as L

inp = keras.Input((8, 8, 3))
a = L.Conv2D(4, 3, padding="same")(inp)
b = L.Conv2D(6, 1)(inp)
c = L.Concatenate(axis=1)([a, b])
model = keras.Model(inp, L.Dense(1)(L.Flatten()(c)))
model.compile("adam", "mse")
model.fit(np.random.rand(6, 8, 8, 3), np.random.rand(6, 1))
