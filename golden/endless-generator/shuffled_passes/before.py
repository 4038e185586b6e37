import numpy as np
from tensorflow import keras


def shuffled(x, y, size):
    while True:
        order = np.random.permutation(len(x))
        for i in range(0, len(x), size):
            chosen = order[i:i + size]
            yield x[chosen], y[chosen]


x = np.random.rand(45, 4)
y = np.random.rand(45, 1)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(shuffled(x, y, 10), epochs=2, validation_data=shuffled(x[:20], y[:20], 5), verbose=0)
