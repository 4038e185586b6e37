import numpy as np
from tensorflow.keras import Sequential, layers

x = np.random.rand(10, 6, 2)
model = Sequential([
    layers.LSTM(8, input_shape=(6, 2)),
    layers.RepeatVector(6),
    layers.LSTM(8, return_sequences=True),
    layers.TimeDistributed(layers.Dense(2)),
])
model.compile("adam", "mse")
model.fit(x, x)
