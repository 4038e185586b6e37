import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

PIXELS = 8 * 8

model = Sequential()
model.add(Dense(4, activation='relu', input_shape=(PIXELS,)))
model.add(Dense(1))
model.compile(optimizer='sgd', loss='mse')
model.fit(np.random.rand(16, 64), np.random.rand(16))
