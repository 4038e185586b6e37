import numpy as np
import tensorflow as tf


def build(batch, steps):
    inputs = tf.keras.Input((steps, 3), batch_size=batch)
    x = tf.keras.layers.SimpleRNN(4, stateful=True, return_sequences=True)(inputs)
    x = tf.keras.layers.SimpleRNN(4, stateful=True)(x)
    return tf.keras.Model(inputs, tf.keras.layers.Dense(2, activation="softmax")(x))


batch = 12
net = build(batch, 4)
net.compile("sgd", "sparse_categorical_crossentropy")
net.fit(np.random.rand(30, 4, 3), np.random.randint(0, 2, 30), batch_size=batch, epochs=1, verbose=0)
