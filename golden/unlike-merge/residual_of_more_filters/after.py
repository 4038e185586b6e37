import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

inputs = keras.Input((10, 10, 3))
x = layers.Conv2D(4, 3, padding="same", activation="relu")(inputs)
y = layers.Conv2D(8, 3, padding="same", activation="relu")(x)
y = layers.Conv2D(8, 3, padding="same")(y)
z = layers.Add()([layers.Conv2D(8, 1)(x), y])
outputs = layers.Dense(2, activation="softmax")(layers.GlobalAveragePooling2D()(z))
model = keras.Model(inputs, outputs)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(12, 10, 10, 3), np.random.randint(0, 2, 12))
