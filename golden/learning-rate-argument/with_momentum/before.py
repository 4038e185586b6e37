import numpy as np
from tensorflow import keras

LR = 0.05
x = np.random.rand(32, 6).astype("float32")
y = np.random.rand(32, 1).astype("float32")


def build():
    inputs = keras.Input((6,))
    outputs = keras.layers.Dense(1)(inputs)
    net = keras.Model(inputs, outputs)
    sgd = keras.optimizers.SGD(
        lr=LR,  # as in the paper
        momentum=0.9,
        nesterov=True,
    )
    net.compile(sgd, "mse")
    return net


build().fit(x, y, verbose=0)
