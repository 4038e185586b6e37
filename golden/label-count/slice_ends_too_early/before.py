import numpy as np
import tensorflow as tf

features = np.random.rand(60, 5)
target = np.random.rand(60)


def rows(x, y, step):
    while True:
        for i in range(0, len(x), step):
            bx = x[i:i + step].astype("float32")
            by = y[i:i + step - 1]
            yield bx, by


inputs = tf.keras.Input((5,))
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(inputs))
model.compile("sgd", "mse")
model.fit(rows(features, target, 12), steps_per_epoch=5, epochs=2, verbose=0)
