import numpy as np
from tensorflow.keras import Sequential, layers

model = Sequential([
    layers.Input((None, 6)),
    layers.Reshape((-1, 2, 3)),
    layers.TimeDistributed(layers.Flatten()),
    layers.GRU(3),
    layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(np.random.rand(6, 5, 6), np.random.rand(6, 1))
