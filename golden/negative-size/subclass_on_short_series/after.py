import numpy as np
import tensorflow as tf


class Net(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.conv = tf.keras.layers.Conv1D(4, kernel_size=5)
        self.pool = tf.keras.layers.MaxPool1D(pool_size=4, padding="same")
        self.flat = tf.keras.layers.Flatten()
        self.out = tf.keras.layers.Dense(1)

    def call(self, x):
        return self.out(self.flat(self.pool(self.conv(x))))


net = Net()
net.compile("adam", "mse")
net.fit(np.random.rand(16, 7, 2), np.random.rand(16, 1))
