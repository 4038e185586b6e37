import numpy as np
import tensorflow as tf


def loss(y_true, y_pred):
    floor = tf.maximum(y_pred, 1e-6)
    safe = tf.where(y_pred > 0, y_pred, tf.ones_like(y_pred))
    first = tf.math.log(floor) + tf.math.log(safe) + tf.math.log1p(y_pred)
    return tf.reduce_mean(first + tf.math.divide_no_nan(y_true, y_pred) + tf.math.log(tf.math.softplus(y_pred)))


model = tf.keras.Sequential([tf.keras.layers.Dense(1, activation="sigmoid", input_shape=(3,))])
model.compile("adam", loss)
model.fit(np.random.rand(8, 3), np.ones((8, 1)), verbose=0)
