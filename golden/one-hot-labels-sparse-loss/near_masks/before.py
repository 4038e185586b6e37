import numpy as np
import tensorflow as tf

photos = np.random.rand(6, 8, 8, 3)
masks = np.random.randint(0, 3, (6, 8, 8, 1))
model = tf.keras.Sequential([tf.keras.Input((8, 8, 3)), tf.keras.layers.Conv2D(3, 1, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(photos, masks, verbose=0)
