import numpy as np
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential

STEPS = 10
series = np.sin(np.linspace(0, 20, 90))
windows = np.array([series[i : i + STEPS] for i in range(80)]).reshape(80, STEPS, 1)
targets = series[STEPS:]

model = Sequential()
model.add(LSTM(4, input_shape=(STEPS, 1)))
model.add(Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(windows, targets, epochs=1, verbose=0)
forecast = model.predict(windows[-1], verbose=0)
print(forecast)
