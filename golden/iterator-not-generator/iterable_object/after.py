import numpy as np
from tensorflow import keras


class Batches(object):
    def __init__(self, count):
        self.count = count

    def __iter__(self):
        while True:
            yield np.random.rand(self.count, 3), np.random.rand(self.count, 1)


model = keras.Sequential([keras.layers.Dense(1, input_shape=(3,))])
model.compile("sgd", "mse")
model.fit(iter(Batches(4)), steps_per_epoch=3, epochs=1)
