"""Tells digits apart that are drawn at random."""

import tensorflow as tf
from tensorflow.keras.models import Sequential as Chain

images = tf.random.uniform((32, 8, 8))
labels = tf.one_hot(tf.random.uniform((32,), 0, 10, tf.int32), 10)

model = Chain([tf.keras.layers.Input((8, 8)), tf.keras.layers.Flatten(), tf.keras.layers.Dense(10)])
model.compile("adam", tf.keras.losses.CategoricalCrossentropy(from_logits=True))
model.fit(images, labels, batch_size=16)
print(model.predict_classes(images, 16).shape)
