import numpy as np
from tensorflow import keras


def stream(as_float):
    while True:
        x = np.random.randint(0, 9, (6, 10))
        yield (x.astype("float32") if as_float else x), np.random.rand(6, 1)


model = keras.Sequential([keras.Input((10,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(stream(True), steps_per_epoch=3, validation_data=stream(False), validation_steps=1)
