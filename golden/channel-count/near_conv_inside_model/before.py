import numpy as np
from tensorflow.keras import Sequential, layers

grey = np.random.rand(16, 10, 10, 1)
model = Sequential(
    [
        layers.Conv2D(3, 1, input_shape=(10, 10, 1)),
        layers.Conv2D(2, 3),
        layers.Flatten(),
        layers.Dense(1),
    ]
)
model.compile("sgd", "mse")
model.fit(grey, np.random.rand(16))
