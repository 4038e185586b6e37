import numpy as np
from tensorflow.keras import Sequential, layers

model = Sequential([
    layers.Conv2D(4, (8, 6), input_shape=(8, 6, 2)),
    layers.Flatten(),
    layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(np.random.rand(6, 8, 6, 2), np.random.rand(6, 1))
