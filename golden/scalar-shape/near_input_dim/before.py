import numpy as np
from tensorflow.keras import Sequential, layers

model = Sequential([layers.Dense(3, input_dim=5), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.random.rand(16, 5), np.random.rand(16))
