import numpy as np
from tensorflow import keras

x = np.random.rand(200, 5)
y = np.random.randint(0, 10, 200)
chosen = y < 3
x, y = x[chosen], y[chosen]
model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y, verbose=0)
