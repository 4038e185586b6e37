import numpy as np
import tensorflow as tf
from tensorflow.keras import optimizers as opts

x = np.random.rand(32, 6).astype("float32")
y = np.random.rand(32, 1).astype("float32")
choices = {"rms": opts.RMSprop(lr=0.001, rho=0.9), "ada": tf.keras.optimizers.Adagrad(lr=0.01)}
model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
for name in choices:
    model.compile(optimizer=choices[name], loss="mae")
    model.fit(x, y, epochs=1, verbose=0)
