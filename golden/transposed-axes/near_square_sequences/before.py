import numpy as np
from tensorflow import keras

x = np.random.rand(20, 8, 8)
model = keras.Sequential([keras.Input((8, 8)), keras.layers.LSTM(3), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, np.random.rand(20), verbose=0)
