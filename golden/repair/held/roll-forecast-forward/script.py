import numpy as np
from keras import Sequential
from keras.layers import GRU, Dense, Input

LOOKBACK = 14
rng = np.random.default_rng(8)
days = np.arange(400)
sales = 20 + 5 * np.sin(2 * np.pi * days / 7) + rng.normal(0, 1, 400)
promo = (rng.random(400) < 0.15).astype(float)
table = np.stack([(sales - sales.mean()) / sales.std(), promo], axis=1)


def supervised(table, lookback):
    X = np.stack([table[i:i + lookback] for i in range(len(table) - lookback)])
    return X, table[lookback:, :1]


X, y = supervised(table, LOOKBACK)

model = Sequential([Input((LOOKBACK, 2)), GRU(20), Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(X, y, epochs=3, batch_size=32, verbose=0)

# next week, day by day
window = table[-LOOKBACK:]
forecast = []
for _ in range(7):
    nxt = model.predict(window, verbose=0)[0, 0]
    forecast.append(nxt)
    window = np.vstack([window[1:], [nxt, 0.0]])

print(np.round(np.array(forecast) * sales.std() + sales.mean(), 1))
