import numpy as np
from tensorflow import keras

raw = np.random.rand(16, 3, 10, 14)
x = np.moveaxis(raw, 1, -1)
again = np.transpose(raw, (0, 2, 3, 1))
model = keras.Sequential(
    [keras.Input((10, 14, 3)), keras.layers.Conv2D(2, 3), keras.layers.Flatten(), keras.layers.Dense(1)]
)
model.compile("adam", "mse")
model.fit(x, np.random.rand(16), verbose=0)
model.predict(again, verbose=0)
model.predict(raw.transpose(0, 2, 3, 1), verbose=0)
