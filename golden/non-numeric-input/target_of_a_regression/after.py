import numpy as np
from tensorflow import keras

x = np.random.rand(30, 4)
price = np.full(30, 2.5, dtype="float32")
model = keras.Sequential([keras.layers.Dense(1, input_shape=(4,))])
model.compile(loss="mse", optimizer="adam")
model.fit(x, price, verbose=0)
