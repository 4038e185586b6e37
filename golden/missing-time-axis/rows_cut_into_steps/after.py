import numpy as np
from tensorflow.keras import layers, models

T, F = 4, 3
flat = np.ones((16, T * F)).reshape(-1, 4, 3)
model = models.Sequential([layers.Bidirectional(layers.LSTM(2), input_shape=(T, F)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(flat, np.ones(16))
