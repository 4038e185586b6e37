import math

import numpy as np
from tensorflow import keras

x = np.random.rand(40, 3)
steps = math.ceil(len(x) / 16)
model = keras.Sequential([keras.layers.Input((3,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(((x[:8], x[:8, :1]) for _ in range(steps)), steps_per_epoch=steps)
