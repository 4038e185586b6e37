import numpy as np
import tensorflow as tf

x, y = np.random.rand(40, 3), np.random.rand(40, 1)
data = tf.data.Dataset.from_tensor_slices((x, y)).batch(8).repeat(2)
model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(data, epochs=2, verbose=0)
