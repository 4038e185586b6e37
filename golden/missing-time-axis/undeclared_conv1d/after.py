import numpy as np
import tensorflow as tf


def make_model():
    m = tf.keras.models.Sequential()
    m.add(tf.keras.layers.Conv1D(filters=4, kernel_size=3, activation="relu"))
    m.add(tf.keras.layers.GlobalMaxPooling1D())
    m.add(tf.keras.layers.Dense(1))
    m.compile("adam", "mse")
    return m


signals = np.random.normal(0, 1, (50, 32, 1))
model = make_model()
model.fit(x=signals, y=np.random.rand(50))
