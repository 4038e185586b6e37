import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.Input((4, 4, 1)), keras.layers.Conv2D(3, 4), keras.layers.Flatten()])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(np.random.rand(20, 4, 4, 1), np.random.randint(0, 3, 20), verbose=0)
