import numpy as np
from tensorflow import keras
from tensorflow.keras import layers


def conv_block(x, filters):
    x = layers.Conv2D(filters, 3, activation="relu", padding="same")(x)
    return layers.AveragePooling2D(pool_size=2, padding="same")(x)


inputs = keras.Input((12, 12, 1))
x = inputs
for width in (4, 8, 8, 16):
    x = conv_block(x, width)
outputs = layers.Dense(1, activation="sigmoid")(layers.Flatten()(x))
model = keras.Model(inputs, outputs)
model.compile("adam", "binary_crossentropy")
model.fit(np.random.rand(10, 12, 12, 1), np.random.randint(0, 2, (10, 1)))
