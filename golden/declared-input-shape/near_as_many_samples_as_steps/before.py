import numpy as np
from tensorflow import keras

x = np.random.rand(12, 12, 5).astype("float32")
y = np.random.rand(12, 1).astype("float32")
model = keras.Sequential([keras.Input(x.shape[1:]), keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, epochs=1, verbose=0)
