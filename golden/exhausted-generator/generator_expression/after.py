import numpy as np
from tensorflow import keras

table = np.random.rand(30, 4)
stream = ((table[i:i + 10, :3], table[i:i + 10, 3:]) for _ in range(2) for i in range(0, 30, 10))

model = keras.Sequential([keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(stream, epochs=2, verbose=0, steps_per_epoch=3)
