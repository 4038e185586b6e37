import numpy as np
import tensorflow as tf

image = tf.keras.Input((6, 6, 1))
x = tf.keras.layers.Conv2D(1, 6, activation="sigmoid")(image)
x = tf.keras.layers.Flatten()(x)
critic = tf.keras.Model(image, x)
critic.compile(
    optimizer="adam",
    loss=tf.keras.losses.BinaryCrossentropy(
        label_smoothing=0.1,
    ),
)
critic.fit(np.random.rand(32, 6, 6, 1), np.random.randint(0, 2, 32), verbose=0)
