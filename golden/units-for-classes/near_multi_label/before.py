import numpy as np
from tensorflow import keras

x = np.random.rand(40, 5)
tags = np.random.randint(0, 2, (40, 6))
model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(6, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, tags, verbose=0)
