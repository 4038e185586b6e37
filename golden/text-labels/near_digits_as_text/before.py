import numpy as np
from tensorflow import keras

digits = np.array(list("0123456789") * 3)
y = digits.astype(int)
model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(30, 5), y, verbose=0)
