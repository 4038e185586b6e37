import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

generator = tf.keras.Sequential()
generator.add(layers.Dense(4 * 4 * 16, input_shape=(10,)))
generator.add(layers.BatchNormalization())
generator.add(layers.Reshape((4, 4, 8)))
generator.add(layers.Conv2DTranspose(1, 3, strides=2, padding="same", activation="tanh"))
generator.compile("adam", "mse")
generator.fit(np.random.randn(12, 10), np.random.randn(12, 8, 8, 1))
