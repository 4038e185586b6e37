import numpy as np
import tensorflow as tf

photos = np.random.rand(8, 20, 20, 3)
photos = tf.image.resize(photos, (10, 10)).numpy().reshape(8, 10, 10, 3)
model = tf.keras.Sequential(
    [
        tf.keras.layers.Conv2D(2, 3, input_shape=(10, 10, 3)),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(1),
    ]
)
model.compile("sgd", "mse")
model.fit(photos, np.zeros(8))
