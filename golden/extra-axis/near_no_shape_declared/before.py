import numpy as np
from tensorflow.keras import Sequential, layers

x = np.random.rand(40, 1, 6)
y = np.random.rand(40, 1)
model = Sequential([layers.Flatten(), layers.Dense(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, epochs=1)
