import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

photos = np.random.randint(0, 256, (12, 9, 9, 3), dtype="uint8")
for first in (layers.Rescaling(1 / 255), layers.BatchNormalization(), layers.Lambda(lambda x: x / 255)):
    model = keras.Sequential([keras.Input((9, 9, 3)), first, layers.Conv2D(2, 3), layers.Flatten(), layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(photos, np.random.rand(12, 1), verbose=0)
