import numpy as np
from tensorflow import keras

model = keras.Sequential(
    [keras.Input((4,)), keras.layers.Dense(8, activation="sigmoid"), keras.layers.Dense(1), keras.layers.Flatten()]
)
model.compile("adam", keras.losses.BinaryCrossentropy(from_logits=True))
model.fit(np.random.rand(40, 4), np.random.randint(0, 2, 40), verbose=0)
