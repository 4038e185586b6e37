import numpy as np
from tensorflow import keras

x = np.random.rand(40, 12)
coder = keras.Sequential(
    [
        keras.Input((12,)),
        keras.layers.Dense(3, activation="relu"),
        keras.layers.Dense(12, activation="sigmoid"),
    ]
)
coder.compile("adam", "binary_crossentropy")
coder.fit(x, x, verbose=0)
