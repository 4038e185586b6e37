import numpy as np
from tensorflow import keras

model = keras.Sequential(
    [keras.Input((4, 4, 2)), keras.layers.Conv2D(3, 4, activation="softmax"), keras.layers.Flatten()]
)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(20, 4, 4, 2), np.random.randint(0, 3, 20), verbose=0)
