import numpy as np
from tensorflow import keras

wanted = ["mae"]
wanted.append(keras.metrics.MeanSquaredError())
options = dict(loss="mse", metrics=wanted)
model = keras.Sequential([keras.layers.Dense(1, input_shape=(3,))])
model.compile("adam", **options)
model.fit(np.random.rand(8, 3), np.random.rand(8), verbose=0)
