import numpy as np
from tensorflow import keras

x = np.random.rand(50, 3)
ids = np.random.randint(0, 5, size=(50,))
y = np.eye(5)[ids]

model = keras.models.Sequential()
model.add(keras.layers.Dense(10, activation="relu", input_shape=(3,)))
model.add(keras.layers.Dense(5, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer="sgd")
model.fit(x, y, validation_split=0.2, verbose=0)
