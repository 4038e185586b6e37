import numpy as np
import tensorflow as tf
from tensorflow.keras import layers


class Segmenter(tf.keras.Model):
    def __init__(self, kinds):
        super().__init__()
        self.first = layers.Conv2D(4, 3, padding="same", activation="relu")
        self.last = layers.Conv2D(kinds, 1, activation=None)

    def call(self, images):
        return self.last(self.first(images))


model = Segmenter(2)
model.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy())
model.fit(np.random.rand(8, 6, 6, 3), np.random.randint(0, 2, (8, 6, 6)), verbose=0)
