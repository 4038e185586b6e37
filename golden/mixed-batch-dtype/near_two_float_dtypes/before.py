import numpy as np
from tensorflow import keras


def stream():
    data = np.random.rand(6, 10)
    while True:
        x = data
        if np.random.rand() < 0.5:
            x = x.astype("float32")
        yield x, np.random.rand(6, 1)


model = keras.Sequential([keras.Input((10,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(stream(), steps_per_epoch=3)
