import numpy as np
from tensorflow import keras

x = np.random.rand(40, 5)
y = np.random.randint(0, 2, 40)
weight_of = np.array([0.3, 0.7])
model = keras.Sequential([keras.Input(shape=(5,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y, sample_weight=weight_of[y], epochs=1, verbose=0)
