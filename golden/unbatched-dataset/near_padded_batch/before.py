import numpy as np
import tensorflow as tf
from tensorflow.keras import Sequential, layers


def words():
    for length in range(3, 40):
        yield np.arange(length, dtype="int32") % 20, length % 2


data = tf.data.Dataset.from_generator(
    words, output_signature=(tf.TensorSpec((None,), tf.int32), tf.TensorSpec((), tf.int32))
)
model = Sequential([layers.Input((None,)), layers.Embedding(20, 4), layers.GlobalAveragePooling1D(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(data.padded_batch(5), epochs=1)
