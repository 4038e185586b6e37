import numpy as np
from tensorflow import keras

x, y = np.random.rand(40, 5, 2), np.random.rand(40, 1)
size = 16
count = len(x) // size * size
model = keras.Sequential([keras.Input(batch_shape=(size, 5, 2)), keras.layers.LSTM(4, stateful=True), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x[:count], y[:count], batch_size=size, epochs=1, verbose=0)
