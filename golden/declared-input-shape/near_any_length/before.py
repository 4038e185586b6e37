import numpy as np
from tensorflow.keras import Sequential, layers

model = Sequential([layers.LSTM(3, input_shape=(None, 2)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.random.rand(9, 4, 2), np.zeros(9))
model.predict(np.random.rand(2, 30, 2))
