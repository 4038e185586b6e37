import numpy as np
from tensorflow.keras import Sequential, layers

codes = np.random.rand(20, 8)
model = Sequential([layers.RepeatVector(5, input_shape=(8,)), layers.LSTM(3), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(codes, np.random.rand(20))
