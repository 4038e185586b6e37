import numpy as np
from tensorflow.keras import Sequential, layers

parts = [np.expand_dims(np.random.rand(12, 12, 3), 0) for _ in range(40)]
x = np.concatenate(parts)
y = np.random.rand(40, 1)
model = Sequential([layers.Input((12, 12, 3)), layers.Conv2D(4, 3), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, epochs=1)
