import numpy as np
from tensorflow.keras import Sequential, layers

x = np.random.rand(20, 10, 1)
model = Sequential([layers.LSTM(3, input_shape=(10, 1)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x, np.random.rand(20))
