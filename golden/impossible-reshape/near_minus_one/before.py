import numpy as np
from tensorflow.keras import Sequential, layers

x = np.arange(240.0).reshape(-1, 12)
model = Sequential([layers.LSTM(2, input_shape=(3, 4)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x.reshape((len(x), 3, -1)), np.zeros(20))
