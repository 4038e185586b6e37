# river level in 6 hours from the last 48 hours of rain and level
import numpy as np
from keras.models import Sequential
from keras.layers import Input, Conv1D, AveragePooling1D, Dense

STEPS, HORIZON = 48, 6


def simulate(hours=900):
    rng = np.random.RandomState(77)
    rain = np.maximum(0, rng.randn(hours)) * (rng.rand(hours) < 0.2)
    level = np.zeros(hours)
    for t in range(1, hours):
        level[t] = 0.95 * level[t - 1] + 0.3 * rain[t]
    return np.column_stack([rain, level])


series = simulate()
X, y = [], []
for start in range(0, len(series) - STEPS - HORIZON, 3):
    X.append(series[start:start + STEPS])
    y.append(series[start + STEPS + HORIZON, 1])
X = np.asarray(X)
y = np.asarray(y)

model = Sequential()
model.add(Input((STEPS, 2)))
model.add(Conv1D(16, 5, activation='relu'))
model.add(AveragePooling1D(2))
model.add(Conv1D(16, 3, activation='relu'))
model.add(Dense(8, activation='relu'))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, epochs=4, batch_size=32, validation_split=0.2)
print(model.predict(X[:3]))
