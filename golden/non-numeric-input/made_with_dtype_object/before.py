import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

measured = np.array([[0.5, 1, True], [1.5, 0, False], [0.2, 1, True], [0.9, 0, True]] * 6, dtype=object)
cost = np.random.rand(24)


def regressor(width):
    net = Sequential()
    net.add(Dense(6, input_shape=(width,), activation='relu'))
    net.add(Dense(1))
    net.compile(optimizer='sgd', loss='mae')
    return net


net = regressor(measured.shape[1])
net.fit(measured, cost, epochs=1, verbose=0)
