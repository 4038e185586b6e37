import numpy as np
import tensorflow as tf

spread = tf.constant([[0.5]])


def scaled(y_true, y_pred):
    return tf.reduce_mean(tf.square((y_true - y_pred) / spread) + tf.math.log(spread))


model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
model.compile("adam", scaled)
model.fit(np.random.rand(8, 3), np.ones((8, 1)), verbose=0)
