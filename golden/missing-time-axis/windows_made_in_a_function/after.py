import numpy as np
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential


def windows(series, steps):
    before, after = [], []
    for start in range(len(series) - steps):
        before.append(series[start : start + steps, 0])
        after.append(series[start + steps, 0])
    return np.array(before)[:, np.newaxis], np.array(after)


series = np.random.rand(90, 1)
steps = 4
x_train, y_train = windows(series[:60], steps)
x_test, y_test = windows(series[60:], steps)

model = Sequential()
model.add(LSTM(3, input_shape=(1, steps)))
model.add(Dense(1))
model.compile(loss="mean_squared_error", optimizer="adam")
model.fit(x_train, y_train, batch_size=8)
model.predict(x_test)
