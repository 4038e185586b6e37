import numpy as np
from tensorflow import keras

stars = np.random.randint(1, 6, 40)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(40, 4), stars - 1, verbose=0)
