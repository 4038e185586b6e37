import numpy as np
from tensorflow.keras import Model, layers


def module(x):
    one = layers.Conv2D(3, 1, activation="relu")(x)
    three = layers.Conv2D(3, 3, activation="relu", padding="same")(x)
    five = layers.Conv2D(3, 5, activation="relu", padding="same")(x)
    pooled = layers.MaxPooling2D(3, strides=1, padding="same")(x)
    return layers.concatenate([one, three, five, pooled], axis=-1)


inp = layers.Input((12, 12, 2))
net = Model(inp, layers.Dense(1)(layers.GlobalAveragePooling2D()(module(inp))))
net.compile("adam", "mse")
net.fit(np.random.rand(6, 12, 12, 2), np.random.rand(6, 1))
