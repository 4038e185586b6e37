import numpy as np
import tensorflow as tf

OUTPUTS = 3


def windows():
    while True:
        yield np.random.rand(8, 12, 1), np.random.rand(8, 1)


inputs = tf.keras.Input((12, 1))
state = tf.keras.layers.GRU(5)(inputs)
model = tf.keras.Model(inputs, tf.keras.layers.Dense(OUTPUTS)(state))
model.compile(loss=tf.keras.losses.MeanAbsoluteError(), optimizer="adam")
model.fit(windows(), steps_per_epoch=3, epochs=1, verbose=0)
