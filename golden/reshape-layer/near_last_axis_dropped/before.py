import numpy as np
from tensorflow.keras import Sequential, layers

height, width = 6, 5
model = Sequential()
model.add(layers.Reshape((height, width), input_shape=(height, width, 1)))
model.add(layers.LSTM(4))
model.add(layers.Dense(1))
model.compile("adam", "mse")
model.fit(np.random.rand(6, height, width, 1), np.random.rand(6, 1))
