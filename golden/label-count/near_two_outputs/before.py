import numpy as np
from tensorflow import keras

inputs = keras.Input((4,))
first = keras.layers.Dense(1, name="first")(inputs)
second = keras.layers.Dense(2, name="second")(inputs)
model = keras.Model(inputs, [first, second])
model.compile("sgd", loss=["mse", "mse"])


def batches():
    while True:
        yield np.random.rand(6, 4), (np.random.rand(6, 1), np.random.rand(6, 2))


model.fit(batches(), steps_per_epoch=3, epochs=2, verbose=0)
