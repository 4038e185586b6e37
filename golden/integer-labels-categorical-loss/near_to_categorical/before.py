import numpy as np
from tensorflow import keras

x = np.random.rand(60, 8)
y = keras.utils.to_categorical(np.random.randint(0, 4, 60), num_classes=4)

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(4, activation="softmax")])
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, verbose=0)
