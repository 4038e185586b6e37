import numpy as np
import pandas as pd
from tensorflow import keras

table = pd.DataFrame({"age": np.arange(20), "weight": np.random.rand(20)})
model = keras.Sequential([keras.layers.Dense(1, input_shape=(2,))])
model.compile(loss="mse", optimizer="adam")
model.fit(table, np.random.rand(20), verbose=0)
model.fit(table.values, np.random.rand(20), verbose=0)
