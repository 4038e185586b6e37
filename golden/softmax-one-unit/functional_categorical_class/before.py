import numpy as np
import tensorflow as tf
from tensorflow.keras.losses import CategoricalCrossentropy


def classifier(units=1, last=tf.nn.softmax):
    a = tf.keras.Input((4,))
    b = tf.keras.layers.Dense(8, activation=tf.nn.relu)(a)
    c = tf.keras.layers.Dense(units, activation=last)(b)
    return tf.keras.Model(a, c)


model = classifier()
model.compile(optimizer="sgd", loss=CategoricalCrossentropy())
model.fit(np.random.rand(30, 4), np.random.randint(0, 2, (30, 1)), epochs=1, verbose=0)
