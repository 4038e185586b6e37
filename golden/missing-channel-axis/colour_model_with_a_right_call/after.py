import numpy as np
from tensorflow.keras import layers, Sequential

rng = np.random.default_rng(0)
grey = rng.normal(size=(20, 8, 8))
grey -= grey.mean()
grey = np.clip(grey, -1, 1)
colour = rng.normal(size=(20, 8, 8, 3))
y = rng.normal(size=20)

model = Sequential([layers.Input((8, 8, 3)), layers.Conv2D(2, 3), layers.Flatten(), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(colour, y)
model.fit(np.repeat(grey[..., np.newaxis], 3, axis=-1), y)
