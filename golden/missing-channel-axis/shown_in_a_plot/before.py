import numpy as np
import tensorflow as tf
from tensorflow import keras

SIDE = 16


def show(image):
    rows, columns = image.shape
    print(f"{rows} x {columns}, mean {image.mean():.2f}")


pictures = np.random.rand(48, SIDE, SIDE).astype("float32")
held_out = np.random.rand(16, SIDE, SIDE).astype("float32")
targets = np.random.rand(48, 1)
show(pictures[0])

inputs = tf.keras.Input((SIDE, SIDE, 1))
x = tf.keras.layers.Conv2D(2, 3)(inputs)
x = tf.keras.layers.GlobalMaxPooling2D()(x)
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(x))
model.compile(loss="mse", optimizer="sgd")
model.fit(pictures, targets, verbose=0)
predicted = model.predict(held_out)
for picture, value in zip(held_out, predicted):
    show(picture)
