import numpy as np
from tensorflow.keras import Input, Model
from tensorflow.keras.layers import Dense

BATCH = 16
data = np.random.normal(size=(64, 5)).astype("float32")
goal = data.sum(axis=1, keepdims=True)


def rows():
	start = 0
	while start < len(data):
		yield data[start:start + BATCH], goal[start:start + BATCH]
		start += BATCH


inp = Input(shape=(5,))
model = Model(inp, Dense(1)(inp))
model.compile(loss="mse", optimizer="sgd")
model.fit(rows(), steps_per_epoch=len(data) // BATCH, epochs=2, verbose=0)
