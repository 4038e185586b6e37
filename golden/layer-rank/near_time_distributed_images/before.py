import numpy as np
from tensorflow.keras import Sequential, layers

model = Sequential([
    layers.TimeDistributed(layers.Conv2D(3, 3), input_shape=(4, 9, 9, 1)),
    layers.TimeDistributed(layers.MaxPooling2D()),
    layers.TimeDistributed(layers.GlobalAveragePooling2D()),
    layers.GRU(4),
    layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(np.random.rand(6, 4, 9, 9, 1), np.random.rand(6, 1))
