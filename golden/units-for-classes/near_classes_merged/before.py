import numpy as np
from tensorflow import keras

x = np.random.rand(60, 5)
y = np.random.randint(0, 10, 60)
y[y > 1] = 1
model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(2)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(x, y, verbose=0)
