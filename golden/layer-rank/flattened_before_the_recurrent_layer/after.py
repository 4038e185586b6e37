import numpy as np
from tensorflow import keras

frames = np.random.rand(12, 4, 10, 10, 1).astype("float32")
moves = np.random.randint(0, 2, (12, 1))

model = keras.Sequential()
model.add(keras.layers.TimeDistributed(keras.layers.Conv2D(3, 3), input_shape=(4, 10, 10, 1)))
model.add(keras.layers.TimeDistributed(keras.layers.MaxPooling2D()))
model.add(keras.layers.TimeDistributed(keras.layers.Flatten()))
model.add(keras.layers.LSTM(5))
model.add(keras.layers.Dense(1, activation="sigmoid"))
model.compile("rmsprop", "binary_crossentropy", metrics=["accuracy"])
model.fit(frames, moves, epochs=1)
model.evaluate(frames, moves)
