import numpy as np
from tensorflow import keras

stars = np.random.randint(1, 6, 40)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile("adam", "mae", metrics=["accuracy"])
model.fit(np.random.rand(40, 4), stars, verbose=0)
