import numpy as np
import tensorflow as tf
from tensorflow.keras import layers


class Faces(tf.keras.Model):
    def __init__(self, kinds):
        super().__init__()
        self.backbone = tf.keras.Sequential(
            [
                layers.Input((16, 16, 1)),
                layers.Rescaling(1 / 255),
                layers.Conv2D(4, 3, activation="relu"),
                layers.GlobalAveragePooling2D(),
            ]
        )
        self.out = layers.Dense(kinds)

    def call(self, x):
        return self.out(self.backbone(x))


photos = np.random.randint(0, 256, (12, 16, 16, 3)).astype("float32")
kinds = np.random.randint(0, 3, 12)
model = Faces(3)
model.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(photos, kinds, epochs=1, verbose=0)
