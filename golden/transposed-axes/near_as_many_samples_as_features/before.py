import numpy as np
from tensorflow import keras

x = np.random.rand(9, 9)
y = np.random.rand(4, 4)
model = keras.Sequential([keras.layers.Dense(1, input_shape=(9,))])
model.compile("adam", "mse")
model.fit(x, x[:, :1], verbose=0)
other = keras.Sequential([keras.layers.Dense(4, input_shape=(4,))])
other.compile("adam", "mse")
other.fit(y.T, y, verbose=0)
