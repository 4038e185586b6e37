import numpy as np
import tensorflow as tf
from tensorflow import keras

x_train, x_test = np.random.rand(90, 5), np.random.rand(30, 5)
y_train = keras.utils.to_categorical(np.random.randint(0, 3, 90), 3)
y_test = keras.utils.to_categorical(np.random.randint(0, 3, 30), 3)


def ready(x, y):
    x = x.astype("float32")
    y = keras.utils.to_categorical(y, 3)
    return x, y


x_train, y_train = ready(x_train, y_train)
x_test, y_test = ready(x_test, y_test)

inputs = keras.Input((5,))
outputs = keras.layers.Dense(3, activation="softmax")(inputs)
model = keras.Model(inputs, outputs)
model.compile(optimizer="sgd", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=1)
