import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

picture = keras.Input((14, 14, 3))
facts = keras.Input((5,))
x = layers.Conv2D(4, 3, activation="relu")(picture)
x = layers.MaxPooling2D(3)(x)
merged = layers.Concatenate()([x, layers.Dense(6, activation="relu")(facts)])
model = keras.Model([picture, facts], layers.Dense(1)(merged))
model.compile("adam", "mse")
model.fit([np.random.rand(8, 14, 14, 3), np.random.rand(8, 5)], np.random.rand(8, 1), epochs=2)
