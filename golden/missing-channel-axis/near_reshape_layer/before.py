import numpy as np
from tensorflow.keras import Sequential, layers

images = np.random.rand(32, 12, 12)
model = Sequential(
    [
        layers.Reshape((12, 12, 1), input_shape=(12, 12)),
        layers.Conv2D(2, 3),
        layers.Flatten(),
        layers.Dense(1),
    ]
)
model.compile("sgd", "mse")
model.fit(images, np.random.rand(32))
