import numpy as np
import tensorflow as tf
from tensorflow.keras import layers


class Triplet(tf.keras.Model):
    def __init__(self, margin=0.5):
        super().__init__()
        self.enc = tf.keras.Sequential([layers.Conv2D(8, 3, activation="relu"), layers.Flatten(), layers.Dense(8)])
        self.margin = margin
        self.track = tf.keras.metrics.Mean(name="loss")

    def call(self, inputs):
        a, p, n = inputs
        a, p, n = self.enc(a), self.enc(p), self.enc(n)
        return tf.reduce_sum((a - p) ** 2, -1), tf.reduce_sum((a - n) ** 2, -1)

    def train_step(self, data):
        # no labels: data is ((anchor, positive, negative),)
        with tf.GradientTape() as tape:
            near, far = self(data, training=True)
            loss = tf.reduce_mean(tf.maximum(near - far + self.margin, 0.0))
        g = tape.gradient(loss, self.trainable_weights)
        self.optimizer.apply_gradients(zip(g, self.trainable_weights))
        self.track.update_state(loss)
        return {"loss": self.track.result()}

    @property
    def metrics(self):
        return [self.track]


a = np.random.rand(30, 20, 20, 3).astype("float32")
p = a + np.random.normal(0, 0.05, a.shape).astype("float32")
n = np.random.rand(*a.shape).astype("float32")
ds = tf.data.Dataset.from_tensor_slices((a, p, n)).batch(6)

model = Triplet()
model.compile(optimizer="adam")
model.fit(ds, epochs=2)
