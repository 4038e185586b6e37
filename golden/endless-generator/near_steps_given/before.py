import numpy as np
from tensorflow import keras


def noise(size):
    while True:
        yield np.random.rand(size, 3), np.random.rand(size, 1)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(noise(8), steps_per_epoch=5, epochs=2, validation_data=noise(4), validation_steps=2, verbose=0)
model.evaluate(noise(4), steps=3, verbose=0)
model.predict(noise(4), steps=2, verbose=0)
