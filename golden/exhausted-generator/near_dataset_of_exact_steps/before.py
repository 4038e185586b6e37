import numpy as np
import tensorflow as tf

x, y = np.random.rand(40, 3), np.random.rand(40, 1)
dataset = tf.data.Dataset.from_tensor_slices((x, y)).batch(10)
model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(dataset, epochs=3, verbose=0)
model.fit(dataset, epochs=3, steps_per_epoch=4, verbose=0)
model.fit(dataset.repeat(), epochs=3, steps_per_epoch=3, verbose=0)
