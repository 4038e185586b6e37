import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras import layers as kl

SIDE = 5


def generator(noise):
    return Sequential([
        kl.Input((noise,)),
        kl.Dense(SIDE * SIDE * 8, use_bias=False),
        kl.LeakyReLU(),
        kl.Reshape((SIDE, SIDE, 8)),
        kl.Conv2DTranspose(4, 3, strides=2, padding="same"),
        kl.Conv2D(1, 3, padding="same", activation="tanh"),
    ])


g = generator(10)
g.compile("adam", "mse")
g.fit(np.random.randn(16, 10), np.random.randn(16, 10, 10, 1))
