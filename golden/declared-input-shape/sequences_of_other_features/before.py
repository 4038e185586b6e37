import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.layers import GRU, Dense

x = np.random.rand(20, 8, 3)
model = Sequential([GRU(4, input_shape=(8, 2)), Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, np.zeros(20))
