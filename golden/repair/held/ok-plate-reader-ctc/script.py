"""Licence plates: CRNN with a CTC loss."""
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

ALPHABET = "0123456789ABCDEFHK"
WIDTH, HEIGHT, PLATE_LEN = 96, 24, 6


def ctc(y_true, y_pred):
    batch = tf.shape(y_true)[0]
    logits = tf.transpose(y_pred, (1, 0, 2))
    loss = tf.nn.ctc_loss(
        labels=tf.cast(y_true, tf.int32),
        logits=logits,
        label_length=tf.fill([batch], PLATE_LEN),
        logit_length=tf.fill([batch], tf.shape(y_pred)[1]),
        logits_time_major=True,
        blank_index=-1,
    )
    return tf.reduce_mean(loss)


inp = keras.Input((WIDTH, HEIGHT, 1))
x = layers.Conv2D(16, 3, padding="same", activation="relu")(inp)
x = layers.MaxPooling2D((2, 2))(x)
x = layers.Conv2D(32, 3, padding="same", activation="relu")(x)
x = layers.MaxPooling2D((2, 2))(x)
x = layers.Reshape((WIDTH // 4, (HEIGHT // 4) * 32))(x)
x = layers.Dense(32, activation="relu")(x)
x = layers.Bidirectional(layers.LSTM(24, return_sequences=True))(x)
out = layers.Dense(len(ALPHABET) + 1)(x)
model = keras.Model(inp, out)
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss=ctc)

rng = np.random.default_rng(0)
plates = rng.random((48, WIDTH, HEIGHT, 1)).astype("float32")
codes = rng.integers(0, len(ALPHABET), (48, PLATE_LEN))
model.fit(plates, codes, batch_size=8, epochs=2)
