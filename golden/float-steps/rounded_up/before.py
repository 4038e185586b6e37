import numpy as np
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Model


def endless(samples, size):
    while True:
        picked = np.random.randint(0, len(samples), size)
        yield samples[picked], samples[picked, :1]


samples = np.random.rand(50, 4)
steps = np.ceil(samples.shape[0] / 12)
inputs = Input((4,))
model = Model(inputs, Dense(1)(inputs))
model.compile("adam", "mae")
model.fit(x=endless(samples, 12), epochs=1, steps_per_epoch=steps)
