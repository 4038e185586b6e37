import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

inp = keras.Input((8, 8, 2))
x = layers.MaxPooling2D()(inp)
shape = x.shape[1:]
flat = layers.Flatten()(x)
code = layers.Dense(5)(flat)
back = layers.Reshape(shape)(layers.Dense(4 * 4 * 2)(code))
model = keras.Model(inp, layers.UpSampling2D()(back))
model.compile("adam", "mse")
model.fit(np.random.rand(6, 8, 8, 2), np.random.rand(6, 8, 8, 2))
