import numpy as np
from tensorflow.keras.layers import LSTM, Dense, Dropout
from tensorflow.keras.models import Sequential

x = np.random.rand(40, 12, 5)
y = np.random.rand(40)

model = Sequential()
model.add(LSTM(16, activation="tanh", input_shape=(x.shape[1], x.shape[2])))
model.add(Dropout(0.2))
model.add(LSTM(8))
model.add(Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=2, batch_size=8, verbose=0)
