import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
model.compile("adam", "mse")
model.fit(np.random.rand(40, 4), np.random.rand(40, 3), verbose=0)
