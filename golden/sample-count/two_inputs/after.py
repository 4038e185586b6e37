import numpy as np
from tensorflow import keras

left = np.random.rand(40, 3)
right = np.random.rand(40, 2)
both = np.random.rand(40, 1)

a, b = keras.Input((3,)), keras.Input((2,))
merged = keras.layers.Concatenate()([a, b])
model = keras.Model([a, b], keras.layers.Dense(1)(merged))
model.compile("sgd", "mse")
model.fit([left, right], both, verbose=0)
