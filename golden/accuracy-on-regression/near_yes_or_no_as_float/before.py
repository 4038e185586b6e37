import numpy as np
from tensorflow import keras

x = np.random.rand(40, 4)
y = (x[:, 0] > 0.5).astype("float32")
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "mse", metrics=["accuracy"])
model.fit(x, y, verbose=0)
