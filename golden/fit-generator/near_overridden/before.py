import numpy as np
from tensorflow import keras


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(1)

    def call(self, inputs):
        return self.dense(inputs)

    def fit_generator(self, generator, steps):
        return self.fit(generator, steps_per_epoch=steps, epochs=1)


def pairs():
    while True:
        yield np.random.rand(8, 2), np.random.rand(8, 1)


net = Net()
net.compile("sgd", "mse")
net.fit_generator(pairs(), 3)
