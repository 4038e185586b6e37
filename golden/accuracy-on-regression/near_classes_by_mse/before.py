import numpy as np
from tensorflow import keras

y = keras.utils.to_categorical(np.random.randint(0, 3, 40), 3)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "mse", metrics=["accuracy"])
model.fit(np.random.rand(40, 4), y, verbose=0)
