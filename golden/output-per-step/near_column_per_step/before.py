import numpy as np
from tensorflow import keras

model = keras.Sequential(
    [keras.Input((6, 2)), keras.layers.GRU(4, return_sequences=True), keras.layers.Dense(1, activation="sigmoid")]
)
model.compile("adam", "binary_crossentropy")
model.fit(np.random.rand(20, 6, 2), np.random.randint(0, 2, (20, 6, 1)), verbose=0)
