import numpy as np
from tensorflow import keras

names = np.array(["cat", "dog", "owl"] * 8)
classes, y = np.unique(names, return_inverse=True)
model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(24, 5), y, verbose=0)
print(classes[model.predict(np.random.rand(2, 5), verbose=0).argmax(axis=1)])
