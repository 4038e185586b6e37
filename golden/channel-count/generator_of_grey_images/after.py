import numpy as np
from tensorflow.keras import layers, models


def pairs(count):
    while True:
        grey = np.random.rand(count, 9, 9, 1)
        yield np.repeat(grey, 3, axis=-1), grey.mean(axis=(1, 2, 3))


def check(model):
    colour = np.random.rand(6, 9, 9, 3)
    return model.evaluate(colour, np.zeros(6))


net = models.Sequential()
net.add(layers.Conv2D(3, 3, input_shape=(9, 9, 3)))
net.add(layers.Flatten())
net.add(layers.Dense(1))
net.compile(loss="mse", optimizer="sgd")
net.fit(pairs(6), steps_per_epoch=3)
check(net)
