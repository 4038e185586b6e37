import numpy as np
from tensorflow import keras

x, y = np.random.rand(40, 5, 2), np.random.rand(40, 1)
model = keras.Sequential([keras.Input(batch_shape=(1, 5, 2)), keras.layers.LSTM(4, stateful=True), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, batch_size=1, epochs=1, shuffle=False, verbose=0)
