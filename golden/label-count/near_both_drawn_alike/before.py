import numpy as np
from tensorflow import keras


def batches():
    while True:
        n = np.random.randint(4, 9)
        yield np.random.rand(n, 4), np.random.rand(n, 1)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(batches(), steps_per_epoch=5, epochs=2, verbose=0)
