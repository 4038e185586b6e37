import numpy as np
from tensorflow import keras

x, y = np.random.rand(8, 3), np.random.rand(8)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x, y, validation_data=[x, y], verbose=0)
