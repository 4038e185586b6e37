import numpy as np
from tensorflow.keras import Sequential, layers

data = np.random.rand(20, 9)
model = Sequential([layers.Dense(4, input_dim=8), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(data[:, :-1], data[:, -1])
