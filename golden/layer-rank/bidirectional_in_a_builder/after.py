import numpy as np
import tensorflow as tf


def build_model(steps, features, classes):
    inputs = tf.keras.Input(shape=(steps, features))
    h = tf.keras.layers.Bidirectional(tf.keras.layers.GRU(6, return_sequences=True))(inputs)
    h = tf.keras.layers.BatchNormalization()(h)
    h = tf.keras.layers.Bidirectional(
        tf.keras.layers.GRU(4),
        name="second",
    )(h)
    return tf.keras.Model(inputs, tf.keras.layers.Dense(classes, activation="softmax")(h))


model = build_model(9, 3, 4)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(24, 9, 3), np.random.randint(0, 4, 24), epochs=1)
