import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.layers.Dense(1, input_shape=(3,))])
model.compile(optimizer="adam", loss="mse", metrics=["mae"], weighted_metrics=[])
model.fit(np.random.rand(8, 3), np.random.rand(8), verbose=0)
