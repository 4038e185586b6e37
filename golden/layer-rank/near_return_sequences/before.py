import numpy as np
from tensorflow.keras.layers import GRU, LSTM, Bidirectional, Dense, Dropout
from tensorflow.keras.models import Sequential

model = Sequential()
model.add(LSTM(8, return_sequences=True, input_shape=(6, 2)))
model.add(Dropout(0.1))
model.add(Bidirectional(GRU(4, return_sequences=True)))
model.add(GRU(4))
model.add(Dense(1))
model.compile("adam", "mse")
model.fit(np.random.rand(10, 6, 2), np.random.rand(10, 1))
