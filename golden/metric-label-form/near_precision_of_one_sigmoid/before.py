import numpy as np
from tensorflow import keras

x = np.random.rand(30, 6)
y = np.random.randint(0, 2, 30)
model = keras.Sequential([keras.layers.Dense(1, activation="sigmoid", input_shape=(6,))])
model.compile("adam", "binary_crossentropy", metrics=["accuracy", keras.metrics.Precision(), keras.metrics.AUC()])
model.fit(x, y, verbose=0)
