import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.layers.Dense(1, input_shape=(2,))])
model.compile(loss="mse", optimizer="sgd", metrics={"mae"})
model.fit(np.random.rand(6, 2), np.random.rand(6, 1), verbose=0)
