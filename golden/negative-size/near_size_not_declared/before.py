import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

inp = keras.Input((None, None, 1))
x = layers.Conv2D(4, 9)(inp)
x = layers.MaxPooling2D(4)(x)
model = keras.Model(inp, layers.Dense(1)(layers.GlobalMaxPooling2D()(x)))
model.compile("adam", "mse")
model.fit(np.random.rand(4, 20, 24, 1), np.random.rand(4, 1))
