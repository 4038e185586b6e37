import numpy as np
from tensorflow import keras

side = np.random.choice([-1, 1], 40)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="tanh")])
model.compile("adam", "hinge")
model.fit(np.random.rand(40, 4), side, verbose=0)
