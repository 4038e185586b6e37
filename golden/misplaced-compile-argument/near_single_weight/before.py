import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.layers.Dense(1, input_shape=(3,))])
model.compile("adam", "mse", [2.0], ["mae"])
model.fit(np.random.rand(8, 3), np.random.rand(8), verbose=0)
