import numpy as np
import tensorflow as tf
from tensorflow import keras


def mean_only(y_true, y_pred):
    return tf.square(tf.reduce_mean(y_true) - tf.reduce_mean(y_pred))


def batches():
    while True:
        yield np.random.rand(4, 3), np.random.rand(np.random.randint(2, 9), 1)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", mean_only)
model.fit(batches(), steps_per_epoch=3, epochs=2, verbose=0)
