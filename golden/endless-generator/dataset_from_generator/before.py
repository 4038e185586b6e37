import numpy as np
import tensorflow as tf

COUNT = 7


def squares():
    while True:
        for k in range(COUNT):
            value = np.full((2, 3), k, dtype="float32")
            yield value, value[:, :1] ** 2


numbers = tf.data.Dataset.from_generator(
    squares,
    output_signature=(tf.TensorSpec((None, 3), tf.float32), tf.TensorSpec((None, 1), tf.float32)),
)
model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(numbers, epochs=2, verbose=0)
