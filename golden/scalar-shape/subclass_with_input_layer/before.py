import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Dense, InputLayer

widths = {"in": 7, "hidden": 3}
model = tf.keras.Sequential(
    [
        InputLayer(input_shape=widths["in"]),  # the features
        Dense(widths["hidden"]),
        Dense(1),
    ]
)
model.compile("sgd", "mse")
model.fit(np.random.rand(16, 7), np.random.rand(16))
