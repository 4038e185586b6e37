import numpy as np
from tensorflow import keras

LAST = "softmax"
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, LAST)])
model.compile("adam", "categorical_crossentropy")
model.fit(np.random.rand(40, 4), np.eye(3)[np.random.randint(0, 3, 40)], verbose=0)
