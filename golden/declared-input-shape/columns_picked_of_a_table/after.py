import numpy as np
import tensorflow as tf

rows = np.random.rand(40, 9)
features, goal = rows[:, 0:7], rows[:, 8]
model = tf.keras.Sequential([tf.keras.layers.InputLayer(input_shape=(7,)), tf.keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(features, goal)
