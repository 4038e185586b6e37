import numpy as np
import tensorflow as tf


def batches(size):
    while True:
        side = np.random.randint(20, 50)
        raw = np.random.rand(size, side, side, 3)
        yield tf.image.resize(raw, (16, 16)), np.zeros(size)


model = tf.keras.Sequential(
    [
        tf.keras.layers.Conv2D(2, 3, input_shape=(16, 16, 3)),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(1),
    ]
)
model.compile("sgd", "mse")
model.fit(batches(4), steps_per_epoch=3)
