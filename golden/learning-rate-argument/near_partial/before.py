from functools import partial

import numpy as np
from tensorflow import keras

x = np.random.rand(32, 6).astype("float32")
y = np.random.rand(32, 1).astype("float32")
make = {"adam": lambda lr: keras.optimizers.Adam(learning_rate=lr)}
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(partial(make["adam"], lr=0.01)(), loss="mse")
model.fit(x, y, verbose=0)
