import numpy as np
from tensorflow.keras import Sequential, layers

# each row of the picture is a step
pictures = np.random.rand(32, 12, 12)
model = Sequential([layers.LSTM(4, input_shape=(12, 12)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(pictures, np.random.rand(32))
