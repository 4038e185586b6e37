import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

walks = np.random.rand(24, 4, 12).astype("float32")
encoder = tf.keras.Sequential([layers.Dense(6, activation="relu"), layers.Dense(3)])
model = tf.keras.Sequential([layers.TimeDistributed(encoder), layers.GRU(5), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(walks, np.random.rand(24, 1), epochs=1)
