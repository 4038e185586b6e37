import numpy as np
from tensorflow.keras import Sequential, layers

x = np.random.rand(40, 1, 12, 12, 3)
y = np.random.rand(40, 1)
model = Sequential([layers.Input((1, 12, 12, 3)), layers.Conv3D(4, (1, 3, 3)), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, epochs=1)
