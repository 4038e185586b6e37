import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

maps = keras.Input((4, 4, 8))
code = keras.Input((3,))
x = layers.Add()([maps, layers.Dense(8)(code)])
model = keras.Model([maps, code], layers.Dense(1)(layers.Flatten()(x)))
model.compile("adam", "mse")
model.fit([np.random.rand(5, 4, 4, 8), np.random.rand(5, 3)], np.random.rand(5, 1))
