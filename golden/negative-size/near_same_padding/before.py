import numpy as np
from tensorflow.keras import Sequential, layers

model = Sequential([
    layers.Conv2D(4, 5, padding="same", input_shape=(4, 4, 1)),
    layers.MaxPooling2D(),
    layers.MaxPooling2D(),
    layers.MaxPooling2D(padding="same"),
    layers.Flatten(),
    layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(np.random.rand(6, 4, 4, 1), np.random.rand(6, 1))
