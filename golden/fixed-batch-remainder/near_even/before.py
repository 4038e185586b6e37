import numpy as np
from tensorflow import keras

x, y = np.random.rand(32, 5, 2), np.random.rand(32, 1)
model = keras.Sequential([keras.Input(batch_shape=(16, 5, 2)), keras.layers.LSTM(4, stateful=True), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, batch_size=16, epochs=1, verbose=0)
