import numpy as np
from tensorflow import keras

inputs = keras.Input((5,))
outputs = keras.layers.Dense(1)(inputs)
model = keras.Model(inputs, outputs)
model.compile("sgd", "mse")
model.fit(np.random.rand(16, 5), np.random.rand(16))
