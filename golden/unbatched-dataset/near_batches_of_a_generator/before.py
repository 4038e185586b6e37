import numpy as np
import tensorflow as tf
from tensorflow.keras import Sequential, layers

x = np.random.rand(64, 6).astype("float32")
y = np.random.rand(64).astype("float32")


def batches():
    for start in range(0, 64, 16):
        yield x[start : start + 16], y[start : start + 16]


train = tf.data.Dataset.from_generator(
    batches, output_signature=(tf.TensorSpec((None, 6), tf.float32), tf.TensorSpec((None,), tf.float32))
)

model = Sequential([layers.Input((6,)), layers.Dense(4), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, epochs=1)
