import numpy as np
from tensorflow.keras import Sequential, layers


def sequences():
    while True:
        steps = np.random.randint(3, 9)
        yield np.random.rand(4, steps, 2), np.zeros(4)


model = Sequential([layers.LSTM(3, input_shape=(None, 2)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(sequences(), steps_per_epoch=3)
