import numpy as np
import tensorflow as tf
from tensorflow import keras


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(3)

    def call(self, x):
        return tf.nn.softmax(self.out(x))


net = Net()
net.compile("adam", "sparse_categorical_crossentropy")
net.fit(np.random.rand(40, 4), np.random.randint(0, 3, 40), verbose=0)
