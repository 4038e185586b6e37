import numpy as np
from tensorflow.keras import Sequential, layers

SIZE = 16

photos = np.random.rand(18, 16, 16, 3)
model = Sequential(
    [
        layers.Conv2D(2, 3, input_shape=(SIZE, SIZE, 3)),
        layers.Flatten(),
        layers.Dense(1),
    ]
)
model.compile("sgd", "mse")
model.fit(photos, np.zeros(18))
