import tensorflow as tf
import numpy as np

N = 30
x, y = np.random.rand(90, 4), np.random.rand(90, 1)
x_val = np.random.rand(N, 4)
y_val = np.random.rand(N, 1)

inputs = tf.keras.layers.Input(shape=(4,))
model = tf.keras.models.Model(inputs=inputs, outputs=tf.keras.layers.Dense(1)(inputs))
model.compile(loss='mse', optimizer='sgd')
model.fit(x, y, validation_data=(x_val, y_val), verbose=0)
model.evaluate(x_val, y_val, verbose=0)
