import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

clips = np.random.rand(24, 4, 12, 12, 1).astype("float32")
encoder = tf.keras.Sequential([layers.Conv2D(3, 3), layers.Flatten()])
model = tf.keras.Sequential([layers.TimeDistributed(encoder), layers.LSTM(5), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(clips, np.random.rand(24, 1), epochs=1)
