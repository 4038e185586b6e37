import numpy as np
import tensorflow as tf

x = np.random.rand(24, 3, 2).astype("float32")
y = np.random.rand(24).astype("float32")
model = tf.keras.Sequential([tf.keras.Input((3, 2)), tf.keras.layers.Flatten(), tf.keras.layers.Dense(1)])
model.compile("adam", "mse")
data = tf.data.Dataset.from_tensor_slices((x, y)).batch(8)
model.fit(data, verbose=0)
for images, targets in data.take(1):
    print(model(images).shape, model.predict(images, verbose=0).shape)
