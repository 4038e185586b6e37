import numpy as np
import tensorflow as tf

DIGITS = 10
images = np.random.rand(64, 8, 8)
labels = np.random.randint(0, DIGITS, 64)

inputs = tf.keras.Input((8, 8))
x = tf.keras.layers.Flatten()(inputs)
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1, activation="sigmoid")(x))
model.compile(optimizer="adam", loss=tf.keras.losses.BinaryCrossentropy())
model.fit(images, labels, verbose=0)
