import numpy as np
from tensorflow import keras

y = np.round(np.random.rand(40))
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "mse", metrics=["accuracy"])
model.fit(np.random.rand(40, 4), y, verbose=0)
