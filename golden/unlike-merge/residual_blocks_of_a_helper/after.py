import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Activation, BatchNormalization, Conv2D, Dense, Flatten, Input, add


def residual(x, filters, stride=1):
    shortcut = x
    x = Conv2D(filters, (3, 3), strides=stride, padding="same")(x)
    x = BatchNormalization()(x)
    x = Activation("relu")(x)
    x = Conv2D(filters, (3, 3), padding="same")(x)
    if shortcut.shape != x.shape:
        shortcut = Conv2D(x.shape[-1], 1, strides=shortcut.shape[1] // x.shape[1])(shortcut)
    x = add([x, shortcut])
    return Activation("relu")(x)


image = Input((16, 16, 4))
h = residual(image, 4)
h = residual(h, 8, stride=2)
h = residual(h, 8)
model = tf.keras.Model(image, Dense(3, activation="softmax")(Flatten()(h)))
model.compile("sgd", "sparse_categorical_crossentropy")
model.fit(np.random.rand(8, 16, 16, 4), np.random.randint(0, 3, 8), batch_size=4)
