import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

src = keras.Input((6, 4))
dst = keras.Input((5, 3))
_, h, c = layers.LSTM(7, return_state=True)(src)
out = layers.LSTM(7, return_sequences=True)(dst, initial_state=[h, c])
model = keras.Model([src, dst], layers.Dense(3)(out))
model.compile("adam", "mse")
model.fit([np.random.rand(8, 6, 4), np.random.rand(8, 5, 3)], np.random.rand(8, 5, 3))
