import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential
from tensorflow.keras.optimizers import Adam

x = np.random.rand(32, 6).astype("float32")
y = np.random.rand(32, 1).astype("float32")

model = Sequential()
model.add(Dense(8, activation="relu", input_dim=6))
model.add(Dense(1))
model.compile(loss="mse", optimizer=Adam(lr=1e-3))  # slow
model.fit(x, y, epochs=1, verbose=0)
