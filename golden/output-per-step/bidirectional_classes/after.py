import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import GRU, Bidirectional, Dense, Embedding

VOCABULARY = 60


def topics():
    while True:
        yield np.random.randint(0, VOCABULARY, (8, 10)), np.random.randint(0, 4, 8)


words = tf.keras.Input((10,))
x = Embedding(VOCABULARY, 6)(words)
x = Bidirectional(GRU(5))(x)
model = tf.keras.Model(words, Dense(4, activation="softmax")(x))
model.compile("adam", loss="sparse_categorical_crossentropy")
model.fit(topics(), steps_per_epoch=3, epochs=1, verbose=0)
