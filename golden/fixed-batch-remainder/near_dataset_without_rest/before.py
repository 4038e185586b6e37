import numpy as np
from tensorflow import keras

import tensorflow as tf

x, y = np.random.rand(40, 5, 2), np.random.rand(40, 1)
batches = tf.data.Dataset.from_tensor_slices((x, y)).batch(16, drop_remainder=True)
model = keras.Sequential([keras.Input(batch_shape=(16, 5, 2)), keras.layers.LSTM(4, stateful=True), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(batches, epochs=1, verbose=0)
