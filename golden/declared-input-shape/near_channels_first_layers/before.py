import numpy as np
from tensorflow import keras

x = np.random.rand(12, 3, 8, 8).astype("float32")
y = np.random.rand(12, 1).astype("float32")
inputs = keras.Input((3, 8, 8))
last = keras.layers.Permute((2, 3, 1))(inputs)
outputs = keras.layers.Dense(1)(keras.layers.Flatten()(keras.layers.Conv2D(2, 3)(last)))
model = keras.Model(inputs, outputs)
model.compile("adam", "mse")
model.fit(x, y, epochs=1, verbose=0)
