import numpy as np
import tensorflow as tf


class Odds(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = tf.keras.layers.Dense(1, activation="sigmoid")

    def call(self, inputs):
        return self.dense(inputs)


odds = Odds()
odds.compile("sgd", "binary_crossentropy")
odds.fit(np.random.rand(20, 3), np.random.randint(0, 2, (20, 1)).astype("float32"))
print(odds.predict(np.random.rand(4, 3)).round(2))
