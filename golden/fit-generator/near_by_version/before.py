import numpy as np
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
data = tf.data.Dataset.from_tensors((np.random.rand(8, 2), np.random.rand(8, 1))).repeat(4)
if tf.__version__.startswith("1."):
    model.fit_generator(data, 4)
else:
    model.fit(data, epochs=2)
