import numpy as np
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential

WINDOW = 12
series = np.sin(np.arange(300) / 10)
X = np.array([series[i : i + WINDOW] for i in range(len(series) - WINDOW)])[..., np.newaxis]
y = np.array([series[i + WINDOW] for i in range(len(series) - WINDOW)])

model = Sequential()
model.add(LSTM(4, input_shape=(WINDOW, 1)))
model.add(Dense(1))
model.compile(optimizer="adam", loss="mse")
model.fit(X, y, epochs=1, batch_size=64)
print(model.predict(X[:3]))
