import numpy as np
import tensorflow as tf

x = np.random.rand(16, 5)
norm = tf.keras.layers.Normalization(axis=-1)
norm.adapt(x)
model = tf.keras.Sequential([tf.keras.Input((5,)), norm, tf.keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, np.random.rand(16), verbose=0)
print(norm(x[0]), tf.nn.softmax(x[0]))
