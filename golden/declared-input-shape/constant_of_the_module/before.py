import numpy as np
from tensorflow import keras

N_FEATURES = 6
N_HIDDEN = 6


def build():
    inputs = keras.Input(shape=(N_FEATURES,))
    hidden = keras.layers.Dense(N_HIDDEN, activation="tanh")(inputs)
    return keras.Model(inputs, keras.layers.Dense(1)(hidden))


def batches():
    while True:
        x = np.random.normal(size=(10, 4))
        yield x, x.sum(axis=1)


model = build()
model.compile("sgd", "mse")
model.fit(batches(), steps_per_epoch=4, epochs=2)
