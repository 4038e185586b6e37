import numpy as np
import tensorflow as tf

images = np.random.rand(32, 12, 12)
data = tf.data.Dataset.from_tensor_slices((images, np.random.rand(32)))
data = data.map(lambda image, label: (tf.expand_dims(image, -1), label)).batch(8)
model = tf.keras.Sequential(
    [
        tf.keras.layers.Conv2D(2, 3, input_shape=(12, 12, 1)),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(1),
    ]
)
model.compile("sgd", "mse")
model.fit(data)
