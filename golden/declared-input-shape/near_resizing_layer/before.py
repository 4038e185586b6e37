import numpy as np
from tensorflow.keras import Sequential, layers

model = Sequential(
    [
        layers.Resizing(8, 8, input_shape=(20, 20, 3)),
        layers.Flatten(),
        layers.Dense(1),
    ]
)
model.compile("sgd", "mse")
model.fit(np.random.rand(6, 20, 20, 3), np.zeros(6))
