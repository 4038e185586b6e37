import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Reshape


def classifier():
    inp = keras.Input(shape=(20, 20))
    x = Reshape((20, 20, 1))(inp)
    x = Conv2D(4, 3, activation="relu")(x)
    return keras.Model(inp, Dense(2)(Flatten()(x)))


net = classifier()
net.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
net.fit(np.random.rand(10, 20, 20), np.random.randint(0, 2, 10))
