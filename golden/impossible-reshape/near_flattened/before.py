import numpy as np
from tensorflow.keras import Sequential, layers

images = np.random.rand(20, 8, 8)
rows = images.reshape(20, 64)
model = Sequential([layers.Dense(1, input_shape=(64,))])
model.compile("sgd", "mse")
model.fit(rows, np.zeros(20))
