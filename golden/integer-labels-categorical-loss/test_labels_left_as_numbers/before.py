import numpy as np
from tensorflow import keras
from tensorflow.keras.utils import to_categorical

x_train, y_train = np.random.rand(60, 5), np.random.randint(0, 3, 60)
x_test, y_test = np.random.rand(20, 5), np.random.randint(0, 3, 20)
y_train = to_categorical(y_train, 3)

model = keras.Sequential()
model.add(keras.layers.Dense(3, activation="softmax", input_shape=(5,)))
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, verbose=0)
model.evaluate(x_test, y_test, verbose=0)
