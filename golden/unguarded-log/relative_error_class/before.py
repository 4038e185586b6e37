import numpy as np
import tensorflow as tf


class RelativeError(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        truth = tf.cast(y_true, tf.float32)
        return tf.reduce_mean(tf.abs(truth - y_pred) / truth, axis=-1)


model = tf.keras.Sequential()
model.add(tf.keras.layers.Dense(1, input_dim=2))
model.compile(loss=RelativeError(), optimizer='sgd')
model.fit(np.random.rand(8, 2), np.random.rand(8, 1) + 1, verbose=0)
