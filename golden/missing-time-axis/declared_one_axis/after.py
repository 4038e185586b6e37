import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Dense, SimpleRNN

rows = np.random.rand(40, 9, 1)
model = Sequential([SimpleRNN(3, input_shape=(9, 1)), Dense(1)])
model.compile(loss="mse", optimizer="sgd")
model.fit(rows, np.zeros(40))
