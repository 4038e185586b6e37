import numpy as np
from tensorflow import keras

table = np.array([[0.5, 1, True], [1.5, 0, False]] * 10, dtype=object)
x = table.astype("float32")
model = keras.Sequential([keras.layers.Dense(1, input_shape=(3,))])
model.compile(loss="mse", optimizer="adam")
model.fit(x, np.random.rand(20), verbose=0)
model.predict(np.asarray(table, dtype=float), verbose=0)
