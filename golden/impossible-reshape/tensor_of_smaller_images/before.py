import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

small = tf.random.normal((15, 9, 9, 3))
images = tf.reshape(small, [-1, 12, 12, 3])


class Net(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.flat = layers.Flatten()
        self.out = layers.Dense(1)

    def call(self, x):
        return self.out(self.flat(x))


net = Net()
net.compile("sgd", "mse")
net.fit(images, np.zeros(15))
