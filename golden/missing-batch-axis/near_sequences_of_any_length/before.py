import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.Input((None, 1)), keras.layers.GRU(3), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.random.rand(12, 5, 1), np.random.rand(12), verbose=0)
# four sequences of one step each
steps = np.array([0.1, 0.5, 0.7, 0.9]).reshape(4, 1)
print(model.predict(steps, verbose=0).shape)
