import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Input

x = np.random.rand(20, 8, 8, 3)
y = np.random.randint(0, 2, (20, 1)).astype("float32")

head = Dense(1, activation="sigmoid")
inputs = Input((8, 8, 3))
maps = Conv2D(4, 3, activation="relu")(inputs)
model = keras.Model(inputs, head(Flatten()(maps)))
model.compile(loss="binary_crossentropy", optimizer="sgd")
model.fit(x, y, epochs=1, verbose=0)
