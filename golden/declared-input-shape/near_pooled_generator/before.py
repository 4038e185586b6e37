import numpy as np
from tensorflow.keras import Sequential, layers


def batches():
    while True:
        yield np.random.rand(4, 18, 18, 1), np.zeros(4)


model = Sequential([layers.Conv2D(2, 3, input_shape=(12, 12, 1)), layers.GlobalMaxPooling2D(), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(batches(), steps_per_epoch=3)
