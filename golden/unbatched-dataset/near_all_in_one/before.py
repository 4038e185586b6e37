import numpy as np
import tensorflow as tf
from tensorflow.keras import Sequential, layers

x = np.random.rand(64, 6).astype("float32")
y = np.random.rand(64).astype("float32")
train = tf.data.Dataset.from_tensors((x, y))

model = Sequential([layers.Input((6,)), layers.Dense(4), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, epochs=1)
