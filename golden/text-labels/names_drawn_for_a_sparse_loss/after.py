import numpy as np
from tensorflow import keras

x = np.random.rand(40, 6)
y = np.unique(np.random.choice(["cat", "dog", "owl"], 40), return_inverse=True)[1]
x_train, x_test = x[:30], x[30:]
y_train, y_test = y[:30], y[30:]
print(len(y), y.shape)

model = keras.Sequential([keras.Input((6,)), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, validation_data=(x_test, y_test), verbose=0)
model.evaluate(x_test, y_test, verbose=0)
