import numpy as np
from tensorflow import keras

rows = list(map(lambda i: [i / 10, i / 5], range(10)))
pairs = list(zip(rows, range(10)))
x = np.array([row for row, _ in pairs])
y = np.array([mark for _, mark in pairs], dtype="float32")
model = keras.Sequential([keras.layers.Dense(1, input_shape=(2,))])
model.compile("sgd", "mse")
model.fit(x, y, verbose=0)
