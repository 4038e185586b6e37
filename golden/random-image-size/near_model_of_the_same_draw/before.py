import numpy as np
from tensorflow.keras import Sequential, layers

side = int(np.random.randint(8, 16))
x = np.random.rand(8, side, side, 1)
model = Sequential([layers.Conv2D(2, 3, input_shape=(side, side, 1)), layers.Flatten(), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x, np.zeros(8))
