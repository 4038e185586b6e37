import numpy as np
from tensorflow.keras import Sequential, layers

model = Sequential([
    layers.Input((None, 4)),
    layers.Reshape((5, 4)),
    layers.Flatten(),
    layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(np.random.rand(6, 5, 4), np.random.rand(6, 1))
