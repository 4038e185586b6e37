import numpy as np
import tensorflow as tf
from tensorflow import keras


def weighted_categorical(y_true, y_pred):
    rows = tf.one_hot(tf.cast(tf.reshape(y_true, (-1,)), "int32"), 3)
    return keras.losses.categorical_crossentropy(rows, y_pred)


x = np.random.rand(48, 6)
y = np.random.randint(0, 3, 48)
model = keras.Sequential([keras.Input((6,)), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", weighted_categorical)
model.fit(x, y, verbose=0)
