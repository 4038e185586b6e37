import numpy as np
import tensorflow as tf


class Net(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.conv = tf.keras.layers.Conv2D(2, 3)
        self.flat = tf.keras.layers.Flatten()
        self.out = tf.keras.layers.Dense(1)

    def call(self, x):
        x = tf.cast(x, tf.float32) / 255.0
        return self.out(self.flat(self.conv(x)))


net = Net()
net.compile("sgd", "mse")
net.fit(np.random.randint(0, 256, (12, 9, 9, 3), dtype="uint8"), np.random.rand(12, 1), verbose=0)
