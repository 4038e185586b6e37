import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

x_train = np.transpose(np.random.rand(32, 3, 16, 20), (0, 2, 3, 1)).astype("float32")
x_test = np.transpose(np.random.rand(8, 3, 16, 20), (0, 2, 3, 1)).astype("float32")
y_train, y_test = np.random.randint(0, 4, 32), np.random.randint(0, 4, 8)
print(len(x_train), x_train.shape[0])

inputs = keras.Input(shape=(16, 20, 3))
h = layers.Conv2D(4, 3, activation="relu")(inputs)
h = layers.Flatten()(h)
model = keras.Model(inputs, layers.Dense(4, activation="softmax")(h))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x_train, y_train, validation_data=(x_test, y_test), verbose=0)
model.evaluate(x_test, y_test, verbose=0)
