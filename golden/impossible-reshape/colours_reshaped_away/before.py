import numpy as np
from tensorflow.keras import Sequential, layers


def batches(size):
    while True:
        photos = np.random.rand(size, 14, 14, 3)
        yield photos.reshape(len(photos), 14, 14, 1), np.zeros(size)


model = Sequential([layers.Conv2D(2, 3, input_shape=(14, 14, 1)), layers.Flatten(), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(batches(5), steps_per_epoch=3)
