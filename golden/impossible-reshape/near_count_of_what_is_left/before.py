import numpy as np
from tensorflow.keras import layers, models

digits = np.random.rand(500, 10, 10)[:200]
digits = digits.reshape((200, 10, 10, 1))
model = models.Sequential([layers.Input((10, 10, 1)), layers.Conv2D(4, 3), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(digits, np.random.rand(200, 1), epochs=1)
