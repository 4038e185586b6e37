import numpy as np
from tensorflow import keras

photos = np.random.randint(0, 256, (12, 9, 9, 3)).astype("float32")
photos = keras.applications.mobilenet_v2.preprocess_input(photos)
model = keras.Sequential([keras.Input((9, 9, 3)), keras.layers.Conv2D(2, 3), keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(photos, np.random.rand(12, 1), verbose=0)
