import numpy as np
import tensorflow as tf
from tensorflow.keras import layers


class Net(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.conv = layers.Conv2D(2, 3)
        self.flat = layers.Flatten()
        self.out = layers.Dense(1)

    def call(self, x):
        x = tf.expand_dims(x, axis=-1)
        return self.out(self.flat(self.conv(x)))


net = Net()
net.compile("sgd", "mse")
net.fit(np.random.rand(32, 12, 12), np.random.rand(32))
