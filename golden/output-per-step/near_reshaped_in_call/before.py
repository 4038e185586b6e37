import numpy as np
import tensorflow as tf


class Net(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.conv = tf.keras.layers.Conv2D(4, 3)
        self.out = tf.keras.layers.Dense(3)

    def call(self, x):
        x = self.conv(x)
        x = tf.reduce_mean(x, axis=[1, 2])
        return self.out(x)


x = np.random.rand(12, 8, 8, 1).astype("float32")
y = np.random.randint(0, 3, 12)
net = Net()
net.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))
net.fit(x, y, epochs=1, verbose=0)
