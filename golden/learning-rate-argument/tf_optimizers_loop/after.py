import numpy as np
import tensorflow as tf

x = np.random.rand(32, 6).astype("float32")
y = np.random.rand(32, 1).astype("float32")


class Trainer:
    def __init__(self, lr):
        self.net = tf.keras.Sequential([tf.keras.layers.Dense(1)])
        self.opt = tf.optimizers.Nadam(beta_1=0.9, learning_rate=lr)

    def run(self):
        self.net.compile(self.opt, loss="mse")
        self.net.fit(x, y, verbose=0)


Trainer(lr=0.002).run()
