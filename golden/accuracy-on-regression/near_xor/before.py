import numpy as np
from tensorflow import keras

x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], "float32")
y = np.array([[0], [1], [1], [0]], "float32")
model = keras.Sequential([keras.layers.Dense(16, "relu", input_dim=2), keras.layers.Dense(1, "sigmoid")])
model.compile("adam", "mean_squared_error", metrics=["accuracy"])
model.fit(x, y, epochs=2, verbose=0)
