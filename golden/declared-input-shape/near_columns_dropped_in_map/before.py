import numpy as np
import tensorflow as tf

x = np.random.rand(16, 9)
data = tf.data.Dataset.from_tensor_slices(x).batch(4).map(lambda row: (row[:, 1:], row[:, 0]))
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(8,))])
model.compile("sgd", "mse")
model.fit(data)
