import numpy as np
import tensorflow as tf

x = np.random.rand(50, 4).astype("float32")
y = np.random.rand(50, 1).astype("float32")
dataset = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(50).batch(10)

model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(4,))])
model.compile("sgd", "mse")
model.fit(dataset, epochs=3, steps_per_epoch=4, verbose=0)
