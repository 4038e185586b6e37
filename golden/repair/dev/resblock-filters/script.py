"""Small ResNet for 32x32 satellite chips, ten land cover classes."""
import numpy as np
import keras
from keras import layers


def res_block(x, filters, stride=1):
    shortcut = x
    y = layers.Conv2D(filters, 3, strides=stride, padding="same")(x)
    y = layers.BatchNormalization()(y)
    y = layers.Activation("relu")(y)
    y = layers.Conv2D(filters, 3, padding="same")(y)
    y = layers.BatchNormalization()(y)
    y = layers.Add()([y, shortcut])
    return layers.Activation("relu")(y)


def resnet(shape, classes):
    inp = keras.Input(shape)
    x = layers.Conv2D(16, 3, padding="same", activation="relu")(inp)
    x = res_block(x, 16)
    x = res_block(x, 32, stride=2)
    x = res_block(x, 64, stride=2)
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inp, layers.Dense(classes, activation="softmax")(x))


chips = np.random.rand(40, 32, 32, 4).astype("float32")
cover = np.random.randint(0, 10, 40)

model = resnet(chips.shape[1:], 10)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(chips, cover, batch_size=8, epochs=1)
