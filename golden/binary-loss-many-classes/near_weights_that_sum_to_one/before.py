import numpy as np
from tensorflow import keras

shares = np.random.rand(40, 4)
shares = shares / shares.sum(axis=1, keepdims=True)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(4, activation="softmax")])
model.compile("adam", "binary_crossentropy")
model.fit(np.random.rand(40, 4), shares, verbose=0)
