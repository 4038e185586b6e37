import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(5, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(np.random.rand(40, 4), np.random.randint(0, 2, (40, 5)), verbose=0)
