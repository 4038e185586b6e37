from tensorflow import keras
import numpy as np

x = np.random.rand(9, 4)
model = keras.Sequential()
model.add(keras.layers.Dense(3, activation="softmax", input_shape=(4,)))
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(x, ["red", "green", "blue"] * 3, verbose=0)
