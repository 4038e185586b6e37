import numpy as np
from tensorflow import keras

x = np.random.rand(32, 6).astype("float32")
y = np.random.rand(32, 1).astype("float32")


def Adam(lr):
    return keras.optimizers.Adam(lr)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile(Adam(lr=0.01), loss="mse")
model.fit(x, y, verbose=0)
