import numpy as np
import tensorflow as tf
from tensorflow.keras import layers


class Listener(tf.keras.Model):
    def __init__(self, words):
        super().__init__()
        self.conv = layers.Conv2D(4, 3, activation="relu")
        self.pool = layers.MaxPooling2D()
        self.flatten = layers.Flatten()
        self.hidden = layers.Dense(8, activation="relu")
        self.out = layers.Dense(words, activation="softmax")

    def call(self, x):
        x = self.pool(self.conv(x))
        return self.out(self.hidden(self.flatten(x)))


x = np.random.rand(24, 12, 10, 1).astype("float32")
y = np.random.randint(0, 4, 24)
model = Listener(4)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, batch_size=8, epochs=1, verbose=0)
