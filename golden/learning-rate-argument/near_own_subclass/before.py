import numpy as np
from tensorflow import keras

x = np.random.rand(32, 6).astype("float32")
y = np.random.rand(32, 1).astype("float32")


class Warm(keras.optimizers.SGD):
    def __init__(self, lr=0.1, **kwargs):
        super().__init__(learning_rate=lr, **kwargs)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile(Warm(lr=0.01), loss="mse")
model.fit(x, y, verbose=0)
