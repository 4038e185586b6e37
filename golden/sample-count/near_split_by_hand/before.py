import numpy as np
from tensorflow import keras

x, y = np.random.rand(100, 4), np.random.rand(100)
cut = int(0.8 * len(x))
x_train, x_test = x[:cut], x[cut:]
y_train, y_test = y[:cut], y[cut:]
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x_train, y_train, validation_data=(x_test, y_test), verbose=0)
model.evaluate(x_test, y_test, verbose=0)
