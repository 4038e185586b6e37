import numpy as np
import tensorflow as tf


def split(data, target, held=0.25):
    cut = int(len(data) * (1 - held))
    return (data[:cut], target[:cut]), (data[cut:], target[cut:])


points = np.random.uniform(-1, 1, (80, 2))
inside = (np.square(points).sum(axis=1) < 0.5).astype(int)
(x_train, y_train), (x_val, y_val) = split(points, inside)

model = tf.keras.models.Sequential()
model.add(tf.keras.layers.Dense(6, activation='tanh', input_shape=(2,)))
model.add(tf.keras.layers.Dense(1, activation='sigmoid'))
model.compile(tf.keras.optimizers.Adam(), tf.keras.losses.BinaryCrossentropy())
model.fit(x_train, y_train, validation_data=(x_val, y_val), epochs=2)
print(model.evaluate(x_val, y_val, verbose=0))
