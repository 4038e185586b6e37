import numpy as np
from tensorflow import keras

x = np.random.rand(40, 5)
y = np.random.randint(0, 3, 40).reshape(-1, 1)
model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(3)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(x, y, verbose=0)
