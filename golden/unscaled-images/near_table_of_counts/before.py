import numpy as np
from tensorflow import keras

counts = np.random.randint(0, 256, (30, 12))
model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(4, activation="relu"), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(counts, np.random.rand(30), verbose=0)
