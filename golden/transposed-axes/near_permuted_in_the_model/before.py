import numpy as np
from tensorflow import keras

x = np.random.rand(16, 3, 10, 14)
model = keras.Sequential(
    [
        keras.Input((3, 10, 14)),
        keras.layers.Permute((2, 3, 1)),
        keras.layers.Conv2D(2, 3),
        keras.layers.Flatten(),
        keras.layers.Dense(1),
    ]
)
model.compile("adam", "mse")
model.fit(x, np.random.rand(16), verbose=0)
