import numpy as np
from tensorflow import keras

x = np.random.rand(12, 40)
y = np.random.rand(12, 3)
model = keras.Sequential([keras.layers.Dense(6, activation="relu", input_shape=(40,)), keras.layers.Dense(3)])
model.compile("adam", "mse")
model.fit(x, y, verbose=0)
model.fit(x.T.T, y, verbose=0)
