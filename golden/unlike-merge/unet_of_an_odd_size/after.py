import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Concatenate, Conv2D, Conv2DTranspose, MaxPooling2D, ZeroPadding2D


def unet(size):
    inputs = tf.keras.Input((size, size, 1))
    down = Conv2D(4, 3, padding="same", activation="relu")(inputs)
    low = Conv2D(8, 3, padding="same", activation="relu")(MaxPooling2D()(down))
    up = Conv2DTranspose(4, 2, strides=2)(low)
    joined = Concatenate()([ZeroPadding2D(((0, 1), (0, 1)))(up), down])
    return tf.keras.Model(inputs, Conv2D(1, 1, activation="sigmoid")(joined))


model = unet(15)
model.compile("adam", "binary_crossentropy")
model.fit(np.random.rand(6, 15, 15, 1), np.random.randint(0, 2, (6, 15, 15, 1)))
