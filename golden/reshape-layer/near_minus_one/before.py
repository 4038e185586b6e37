import numpy as np
from tensorflow.keras import Sequential, layers

model = Sequential([
    layers.Conv2D(4, 3, input_shape=(10, 8, 1)),
    layers.Reshape((-1, 4)),
    layers.LSTM(3),
    layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(np.random.rand(6, 10, 8, 1), np.random.rand(6, 1))
