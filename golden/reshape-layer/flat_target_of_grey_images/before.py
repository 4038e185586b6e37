import numpy as np
import tensorflow as tf
from tensorflow.keras import layers as tl

SIDE = 12
colour = np.random.rand(16, SIDE, SIDE, 3)
model = tf.keras.Sequential([
    tl.Input((SIDE, SIDE, 3)),
    tl.Reshape(target_shape=(SIDE * SIDE,)),
    tl.Dense(1),
])
model.compile("adam", "mse")
model.fit(colour, np.random.rand(16))
