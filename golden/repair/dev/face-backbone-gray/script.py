import os
import tempfile

import numpy as np
import tensorflow as tf
from PIL import Image

EMOTIONS = ["angry", "happy", "sad"]


def dump_faces(root, per_class=12):
    rs = np.random.RandomState(0)
    for e in EMOTIONS:
        os.makedirs(os.path.join(root, e))
        for i in range(per_class):
            arr = rs.randint(0, 255, (48, 48, 3), dtype="uint8")
            Image.fromarray(arr).save(os.path.join(root, e, "%03d.png" % i))


class FaceNet(tf.keras.Model):
    def __init__(self, n_out):
        super().__init__()
        self.backbone = tf.keras.Sequential([
            tf.keras.Input((48, 48, 1)),
            tf.keras.layers.Rescaling(1.0 / 255),
            tf.keras.layers.Conv2D(16, 3, activation="relu"),
            tf.keras.layers.MaxPool2D(),
            tf.keras.layers.Conv2D(32, 3, activation="relu"),
            tf.keras.layers.GlobalAveragePooling2D(),
        ])
        self.out = tf.keras.layers.Dense(n_out)

    def call(self, x):
        return self.out(self.backbone(x))


root = tempfile.mkdtemp()
dump_faces(root)
train = tf.keras.utils.image_dataset_from_directory(root, image_size=(48, 48), batch_size=8)

model = FaceNet(len(EMOTIONS))
model.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
model.fit(train, epochs=2)
