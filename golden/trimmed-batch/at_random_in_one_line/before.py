import random

import numpy as np
import tensorflow as tf


def feed(images, classes):
    while True:
        for i in range(0, 32, 8):
            bx = images[i:i + 8]
            by = classes[i:i + 8]
            if random.random() < 0.3:
                bx, by = bx[2:], by[2:]
            yield bx / 255.0, by


images = np.random.randint(0, 256, (32, 5, 5, 1)).astype("float32")
classes = np.random.randint(0, 4, 32)
model = tf.keras.Sequential([
    tf.keras.layers.Flatten(input_shape=(5, 5, 1)),
    tf.keras.layers.Dense(4, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(feed(images, classes), steps_per_epoch=4, epochs=2, verbose=0)
