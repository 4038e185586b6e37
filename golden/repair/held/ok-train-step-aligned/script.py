import numpy as np
import tensorflow as tf
from tensorflow import keras


class Regressor(keras.Model):
    def __init__(self, inputs, outputs):
        super().__init__(inputs, outputs)
        self.tracker = keras.metrics.Mean(name="loss")

    @property
    def metrics(self):
        return [self.tracker]

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            pred = tf.squeeze(self(x, training=True), axis=-1)
            loss = tf.reduce_mean(tf.abs(y - pred))
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        self.tracker.update_state(loss)
        return {"loss": self.tracker.result()}


rng = np.random.default_rng(1)
x = rng.normal(size=(256, 9)).astype("float32")
y = (x[:, 0] * 2 - x[:, 4]).astype("float32")

inputs = keras.Input((9,))
outputs = keras.layers.Dense(1)(keras.layers.Dense(16, activation="gelu")(inputs))
model = Regressor(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(0.01))
model.fit(x, y, epochs=4, batch_size=64)
