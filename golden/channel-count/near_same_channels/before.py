import numpy as np
from tensorflow.keras import Sequential, layers

C = 3
model = Sequential([layers.Conv2D(2, 3, input_shape=(10, 10, C)), layers.Flatten(), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.random.rand(16, 10, 10, 3), np.random.rand(16))
