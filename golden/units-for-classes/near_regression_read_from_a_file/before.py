import os

import numpy as np
from tensorflow import keras

table = np.loadtxt(os.devnull) if os.path.exists("prices.csv") else np.random.rand(30, 4)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(table[:, :3], table[:, 3], verbose=0)
