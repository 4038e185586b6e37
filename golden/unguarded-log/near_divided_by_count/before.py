import numpy as np
import tensorflow as tf


def mean_error(y_true, y_pred):
    count = tf.cast(tf.size(y_true), tf.float32)
    return tf.reduce_sum(tf.abs(y_true - y_pred)) / count / 2.0 + tf.math.log(2.0)


model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
model.compile("adam", mean_error)
model.fit(np.random.rand(8, 3), np.ones((8, 1)), verbose=0)
