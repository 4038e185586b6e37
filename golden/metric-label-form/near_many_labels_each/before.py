import numpy as np
from tensorflow import keras

x = np.random.rand(30, 6)
tags = np.random.randint(0, 2, (30, 5))
model = keras.Sequential([keras.layers.Dense(5, activation="sigmoid", input_shape=(6,))])
model.compile("adam", "binary_crossentropy", metrics=["binary_accuracy", "categorical_accuracy"])
model.fit(x, tags, verbose=0)
