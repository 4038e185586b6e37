import numpy as np
import tensorflow as tf


class Windows(tf.keras.utils.Sequence):
    def __init__(self, count):
        super().__init__()
        self.count = count

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        x = np.random.rand(8, 12, 3).astype("float32")
        y = tf.keras.utils.to_categorical(np.random.randint(0, 4, 8), 4)
        return x, y


class Tagger(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.rnn = tf.keras.layers.GRU(6)
        self.out = tf.keras.layers.Dense(4)

    def call(self, x):
        return self.out(self.rnn(x))


model = Tagger()
model.compile(
    optimizer="adam",
    loss=tf.keras.losses.CategoricalCrossentropy(from_logits=True),
    metrics=[tf.keras.metrics.CategoricalAccuracy()],
)
model.fit(Windows(5), epochs=1, verbose=0)
