import numpy as np
import tensorflow as tf
from tensorflow.keras import Sequential, layers

x = np.random.rand(40, 1, 9, 9, 2)
y = np.random.rand(40, 1)
model = Sequential([layers.Input((9, 9, 2)), layers.Conv2D(3, 3), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x.squeeze(), y, epochs=1)
model.predict(x[:, 0])
