import numpy as np
import tensorflow as tf


class Small(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.conv = tf.keras.layers.Conv2D(2, 3)
        self.pool = tf.keras.layers.GlobalAveragePooling2D()
        self.out = tf.keras.layers.Dense(1)

    def call(self, inputs):
        return self.out(self.pool(self.conv(inputs)))


frames = []
for _ in range(24):
    frames.append(np.random.rand(9, 9))

frames = np.array(frames)[..., np.newaxis]
model = Small()
model.compile("sgd", "mse")
model.fit(frames, np.random.rand(24))
