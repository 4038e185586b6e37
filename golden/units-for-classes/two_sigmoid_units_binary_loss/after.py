import numpy as np
from tensorflow import keras as k


class Net(k.Model):
    def __init__(self, outputs):
        super().__init__()
        self.body = k.layers.Dense(8, activation="relu")
        self.top = k.layers.Dense(outputs, activation="sigmoid")

    def call(self, inputs):
        return self.top(self.body(inputs))


net = Net(1)
net.compile(optimizer="sgd", loss=k.losses.BinaryCrossentropy())
net.fit(np.random.rand(40, 4), np.random.randint(0, 2, (40, 1)), verbose=0)
