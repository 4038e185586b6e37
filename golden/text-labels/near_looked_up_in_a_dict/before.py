import numpy as np
from tensorflow import keras

names = ["cat", "dog", "owl"] * 8
number = {name: i for i, name in enumerate(sorted(set(names)))}
y = np.array([number[name] for name in names])
model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(24, 5), y, verbose=0)
