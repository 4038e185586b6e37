import math

import tensorflow as tf
import numpy as np


def stream(images, labels, batch=12):
    while True:
        order = np.random.permutation(images.shape[0])
        # every image once
        for step in range(images.shape[0] // batch):
            picked = order[step * batch:(step + 1) * batch]
            yield images[picked], labels[picked]


def main():
    images = np.random.rand(48, 6, 6, 1)
    labels = np.random.randint(0, 3, size=48)
    model = tf.keras.models.Sequential()
    model.add(tf.keras.layers.Flatten(input_shape=(6, 6, 1)))
    model.add(tf.keras.layers.Dense(3, activation='softmax'))
    model.compile('adam', 'sparse_categorical_crossentropy')
    model.fit(
        stream(images, labels),
        epochs=3,
        validation_data=stream(images[:24], labels[:24], batch=8),
        verbose=0,
        steps_per_epoch=images.shape[0] // 12,
        validation_steps=images[:24].shape[0] // 8,
    )


main()
