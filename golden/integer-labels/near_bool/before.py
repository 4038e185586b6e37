import numpy as np
from tensorflow import keras

x = np.random.rand(40, 5)
y = x[:, 0] > 0.5
model = keras.Sequential([keras.Input(shape=(5,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y, epochs=1, verbose=0)
