import numpy as np
import tensorflow as tf

LABELS = 3


def batches(n):
    while True:
        series = np.random.rand(n, 10, 2)
        kinds = np.random.randint(LABELS, size=n)
        yield series, kinds


inputs = tf.keras.Input((10, 2))
hidden = tf.keras.layers.LSTM(8)(inputs)
outputs = tf.keras.layers.Dense(LABELS, activation=tf.nn.softmax)(hidden)
model = tf.keras.Model(inputs, outputs)
model.compile("rmsprop", tf.keras.losses.sparse_categorical_crossentropy)
model.fit(batches(8), steps_per_epoch=4, epochs=1, verbose=0)
