import numpy as np
from tensorflow.keras import Sequential, layers

words = np.random.randint(0, 30, (20, 8))
model = Sequential([layers.Embedding(30, 4), layers.LSTM(3), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(words, np.random.rand(20))
