import numpy as np
from tensorflow import keras

x = np.random.rand(40, 5)
y = np.random.randint(0, 2, 40)
model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(2, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, verbose=0)
