import numpy as np
from tensorflow import keras

METRICS = ["accuracy"]


def sensor():
    while True:
        yield np.random.rand(4, 6), np.random.randn(4)


model = keras.Sequential()
model.add(keras.layers.Dense(1, input_dim=6))
model.compile("adam", keras.losses.MeanSquaredError(), metrics=METRICS)
model.fit(sensor(), steps_per_epoch=3, verbose=0)
