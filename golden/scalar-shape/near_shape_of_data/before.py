import numpy as np
from tensorflow.keras import Sequential, layers

x = np.random.rand(16, 5)
model = Sequential([layers.Dense(3, input_shape=x.shape[1:]), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x, np.random.rand(16))
