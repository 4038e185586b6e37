import numpy as np
from tensorflow import keras


def once(x, y, size):
    for i in range(0, len(x), size):
        yield x[i:i + size], y[i:i + size]


x, y = np.random.rand(40, 3), np.random.rand(40, 1)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(once(x, y, 10), verbose=0, validation_data=once(x, y, 20))
model.fit(once(x, y, 10), epochs=6, initial_epoch=5, verbose=0)
model.evaluate(once(x, y, 10), verbose=0)
model.predict(once(x, y, 10), verbose=0)
