import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

inp = layers.Input((20, 20, 3))
x = layers.SeparableConv2D(6, 3, activation="relu")(inp)
x = layers.GlobalMaxPooling1D()(x)  # one value a channel
out = layers.Dense(2, activation="softmax")(x)
model = tf.keras.Model(inp, out)
model.compile("adam", "sparse_categorical_crossentropy")

data = tf.data.Dataset.from_tensor_slices((np.random.rand(16, 20, 20, 3), np.arange(16) % 2)).batch(4)
model.fit(data, epochs=2)
