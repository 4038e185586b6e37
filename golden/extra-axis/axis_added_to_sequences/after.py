import numpy as np
import tensorflow as tf

walks = np.random.rand(60, 10, 3)
speeds = np.random.rand(60, 1)

model = tf.keras.Sequential(
    [tf.keras.layers.Input((10, 3)), tf.keras.layers.LSTM(6), tf.keras.layers.Dense(1)]
)
model.compile(optimizer="adam", loss="mse")
model.fit(walks[:50], speeds[:50], validation_data=(walks[50:], speeds[50:]), epochs=2)
