import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

patches = np.random.rand(20, 8, 8, 3).astype("float32")
inputs = tf.keras.Input(shape=patches.shape[1:])
x = layers.Conv2D(6, 9, 1, "same", activation="relu")(inputs)
x = layers.GlobalAveragePooling2D()(x)
model = tf.keras.Model(inputs, layers.Dense(1)(x))
model.compile("adam", "mse")
model.fit(patches, np.random.rand(20, 1))
