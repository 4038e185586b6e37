import numpy as np
from tensorflow import keras

x = np.random.rand(40, 5)
ids = np.random.randint(0, 3, 40)
model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, ids, verbose=0)
model.compile("adam", "categorical_crossentropy")
model.fit(x, keras.utils.to_categorical(ids, 3), verbose=0)
