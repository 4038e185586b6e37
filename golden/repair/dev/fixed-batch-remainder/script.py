import keras
import numpy as np

BATCH = 32
t = np.linspace(0, 60, 3000)
wave = np.stack([np.sin(t), np.cos(0.7 * t)], axis=1)

X, Y = [], []
for i in range(100):
    X.append(wave[i * 20:i * 20 + 30])
    Y.append(wave[i * 20 + 30, 0])
X = np.array(X, dtype="float32")
Y = np.array(Y, dtype="float32")

seq = keras.Input(batch_shape=(BATCH, 30, 2))
h = keras.layers.GRU(16, stateful=True)(seq)
h = keras.layers.Dense(8, activation="tanh")(h)
out = keras.layers.Dense(1)(h)
model = keras.Model(seq, out)

model.compile(optimizer="adam", loss="mse")
model.fit(X, Y, batch_size=BATCH, epochs=2)
forecast = model.predict(X[:10], batch_size=BATCH)
print(forecast.ravel())
