import numpy as np
from tensorflow import keras

B = 4
x, y = np.random.rand(32, 5, 2), np.random.rand(32, 1)
x_val, y_val = np.random.rand(12, 5, 2), np.random.rand(12, 1)

model = keras.Sequential()
model.add(keras.Input(batch_shape=(B, 5, 2)))
model.add(keras.layers.LSTM(4, stateful=True))
model.add(keras.layers.Dense(1))
model.compile("adam", "mse")
model.fit(x, y, batch_size=B, epochs=1, validation_data=(x_val, y_val), verbose=0)
