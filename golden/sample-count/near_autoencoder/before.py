import numpy as np
from tensorflow import keras

x = np.random.rand(64, 6)
noisy = x + np.random.normal(size=x.shape)
model = keras.Sequential([keras.layers.Dense(3), keras.layers.Dense(6)])
model.compile("sgd", "mse")
model.fit(noisy, x, validation_split=0.25, verbose=0)
