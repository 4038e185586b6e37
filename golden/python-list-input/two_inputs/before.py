import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

left, right = keras.Input((2,)), keras.Input((2,))
model = keras.Model([left, right], layers.Dense(1)(layers.concatenate([left, right])))
model.compile("sgd", "mse")
a, b = np.random.rand(6, 2), np.random.rand(6, 2)
model.fit([a, b], np.random.rand(6, 1), verbose=0)
print(model.predict([[[0.1, 0.2]], [[0.3, 0.4]]], verbose=0))
