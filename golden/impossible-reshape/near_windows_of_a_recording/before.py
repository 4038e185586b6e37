import numpy as np
from tensorflow.keras import layers, models

recording = np.random.rand(400, 6)
windows = recording.reshape(40, 10, 6)
model = models.Sequential([layers.Input((10, 6)), layers.LSTM(4), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(windows, np.random.rand(40, 1), epochs=1)
