import numpy as np
from tensorflow import keras

x = np.random.rand(40, 5)
y = np.random.randint(0, 7, 40)
model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y, verbose=0)
