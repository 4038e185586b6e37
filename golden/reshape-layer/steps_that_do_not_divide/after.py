import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.layers import LSTM, Conv2D, Dense, Reshape

model = Sequential()
model.add(Conv2D(6, 3, input_shape=(10, 9, 1)))
model.add(Reshape((-1, 6)))
model.add(LSTM(5))
model.add(Dense(1))
model.compile("adam", "mse")


def batches():
    while True:
        yield np.random.rand(4, 10, 9, 1), np.random.rand(4, 1)


model.fit(batches(), steps_per_epoch=2, epochs=1)
