import numpy as np
import tensorflow as tf

grey = np.random.rand(16, 10, 10, 1).astype("float32")
data = tf.data.Dataset.from_tensor_slices((grey, np.random.rand(16)))
data = data.map(lambda image, label: (tf.image.grayscale_to_rgb(image), label)).batch(8)
model = tf.keras.Sequential(
    [
        tf.keras.layers.Conv2D(2, 3, input_shape=(10, 10, 3)),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(1),
    ]
)
model.compile("sgd", "mse")
model.fit(data)
