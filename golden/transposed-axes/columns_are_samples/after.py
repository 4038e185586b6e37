import numpy as np
from tensorflow.keras import layers, models

n_features = 7
temperature, pressure = np.random.rand(50), np.random.rand(50)
others = [np.random.rand(50) for _ in range(n_features - 2)]
table = np.array([temperature, pressure] + others).T
target = np.random.rand(50)

net = models.Sequential([layers.Dense(8, activation="relu", input_shape=(n_features,)), layers.Dense(1)])
net.compile("adam", "mse")
net.fit(table, target, epochs=1, verbose=0)
