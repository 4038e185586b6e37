import numpy as np
from tensorflow import keras

photos = np.random.rand(6, 8, 8, 3)
masks = np.random.randint(0, 256, (6, 8, 8))
model = keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Conv2D(256, 3, padding="same", activation="softmax")])
model.compile("sgd", "sparse_categorical_crossentropy")
model.fit(photos, masks, verbose=0)
