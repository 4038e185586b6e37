import numpy as np
import tensorflow as tf


class Net(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = tf.keras.layers.Dense(6, activation="relu")
        self.out = tf.keras.layers.Dense(3)

    def call(self, inputs):
        return self.out(self.hidden(inputs))


x = np.random.rand(30, 5).astype("float32")
y = np.eye(3, dtype="float32")[np.random.randint(0, 3, 30)]
model = Net()
model.compile(
    optimizer=tf.keras.optimizers.SGD(0.1),
    loss=tf.keras.losses.CategoricalCrossentropy(from_logits=True),
    metrics=[tf.keras.metrics.SparseCategoricalAccuracy(name="acc")],
)
model.fit(x, y, verbose=0)
