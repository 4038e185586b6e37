import numpy as np
from tensorflow.keras import Sequential, layers

model = Sequential([layers.Conv2D(2, 3), layers.Flatten(), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.random.rand(16, 10, 10, 4), np.random.rand(16))
