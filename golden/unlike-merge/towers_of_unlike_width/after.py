import numpy as np
import tensorflow as tf

user = tf.keras.Input((4,))
item = tf.keras.Input((7,))
u = tf.keras.layers.Dense(16, activation="relu")(user)
i = tf.keras.layers.Dense(16, activation="relu")(item)
score = tf.keras.layers.Dense(1)(tf.keras.layers.Multiply()([u, i]))
model = tf.keras.Model([user, item], score)
model.compile("adam", "mse")
model.fit([np.random.rand(12, 4), np.random.rand(12, 7)], np.random.rand(12, 1))
