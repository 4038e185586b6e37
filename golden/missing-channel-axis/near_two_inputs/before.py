import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

picture = keras.Input((10, 10, 1))
side = keras.Input((4,))
joined = layers.concatenate([layers.Flatten()(layers.Conv2D(2, 3)(picture)), side])
model = keras.Model([picture, side], layers.Dense(1)(joined))
model.compile("sgd", "mse")
model.fit([np.random.rand(16, 10, 10, 1), np.random.rand(16, 4)], np.random.rand(16))
