import numpy as np
from tensorflow import keras


class Regressor(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.hidden = keras.layers.Dense(units, activation="tanh")
        self.out = keras.layers.Dense(1)

    def call(self, inputs):
        return self.out(self.hidden(inputs))


class Trainer:
    def __init__(self, networks):
        self.networks = networks

    def train(self, name, data, **options):
        network = self.networks[name]
        network.compile("adam", "mse")
        network.fit(data, epochs=2, verbose=0, steps_per_epoch=3)
        return network.evaluate(steps=1, x=data)


def waves():
    while True:
        t = np.random.rand(16, 1)
        yield t, np.sin(t)


def build(sizes):
    return {f"net{size}": Regressor(size) for size in sizes}


trainer = Trainer(build([4, 8]))
print(trainer.train("net4", waves()))
