import numpy as np
import tensorflow as tf

METRIC = 'accuracy'


def build(classes):
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Dense(classes, activation='softmax', input_shape=(4,)))
    model.compile(
        optimizer='sgd',
        loss='sparse_categorical_crossentropy',
        metrics=[METRIC],  # what the report shows
    )
    return model


build(3).fit(np.random.rand(9, 4), np.arange(9) % 3, verbose=0)
