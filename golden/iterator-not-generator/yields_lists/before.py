import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential


def pairs(n):
    while True:
        x = np.random.rand(n, 3)
        y = np.random.rand(n, 1)
        yield [x, y]


model = Sequential([Dense(1, input_shape=(3,))])
model.compile("sgd", "mse")
model.fit(pairs(4), steps_per_epoch=3, epochs=1)
