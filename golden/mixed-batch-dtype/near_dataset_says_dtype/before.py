import numpy as np
import tensorflow as tf


def rows():
    for i in range(6):
        x = np.random.randint(0, 9, (4, 3))
        if i % 2:
            x = x.astype("float32")
        yield x, np.random.rand(4, 1)


spec = (tf.TensorSpec((4, 3), tf.float32), tf.TensorSpec((4, 1), tf.float32))
data = tf.data.Dataset.from_generator(rows, output_signature=spec)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
model.compile("sgd", "mse")
model.fit(data, epochs=2, verbose=0)
