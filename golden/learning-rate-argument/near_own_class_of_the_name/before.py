import numpy as np
from tensorflow import keras

x = np.random.rand(32, 6).astype("float32")
y = np.random.rand(32, 1).astype("float32")


class SGD:
    def __init__(self, lr):
        self.lr = lr

    def made(self):
        return keras.optimizers.SGD(self.lr)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile(SGD(lr=0.01).made(), loss="mse")
model.fit(x, y, verbose=0)
