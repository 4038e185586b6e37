import numpy as np
from tensorflow import keras

table = np.random.rand(30, 5).astype(object)
table[:, 4] = np.random.rand(30) > 0.5
y = np.random.rand(30)
x_train, x_test = table[:20], table[20:]

model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(4, activation="relu"), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x_train, y[:20], validation_data=(x_test, y[20:]), verbose=0)
model.predict(x_test, verbose=0)
