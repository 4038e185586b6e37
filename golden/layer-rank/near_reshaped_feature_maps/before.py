import numpy as np
from tensorflow.keras.layers import LSTM, Conv2D, Dense, Flatten, Reshape, UpSampling2D
from tensorflow.keras.models import Sequential

model = Sequential()
model.add(Dense(36, input_shape=(4,)))
model.add(Reshape((3, 3, 4)))
model.add(UpSampling2D())
model.add(Conv2D(2, 3, padding="same"))
model.add(Reshape((6, 12)))
model.add(LSTM(3))
model.add(Dense(1))
model.compile("adam", "mse")
model.fit(np.random.rand(8, 4), np.random.rand(8, 1))
