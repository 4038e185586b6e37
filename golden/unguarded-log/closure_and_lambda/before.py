import numpy as np
import tensorflow as tf


def weighted(weight):
    def loss(target, output):
        return -weight * tf.reduce_mean(target * tf.math.log(output))

    return loss


def build(loss):
    model = tf.keras.Sequential([tf.keras.layers.Dense(3, activation="softmax", input_shape=(2,))])
    model.compile("sgd", loss)
    return model


x, y = np.random.rand(6, 2), np.eye(3)[np.arange(6) % 3]
build(weighted(0.5)).fit(x, y, verbose=0)
build(lambda t, p: tf.reduce_sum(t * p) / tf.reduce_sum(p)).fit(x, y, verbose=0)
