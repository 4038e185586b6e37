import numpy as np
from tensorflow import keras


def batches():
    while True:
        yield np.random.rand(6, 4), np.random.rand(6, 1), np.random.rand(6)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(batches(), steps_per_epoch=3, epochs=2, class_weight=None, verbose=0)
