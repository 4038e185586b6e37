import sys

import numpy as np
from tensorflow import keras

classes = max(2, len(sys.argv))
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(classes, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(40, 4), np.random.randint(0, 2, 40), verbose=0)
