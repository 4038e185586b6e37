import os
import tempfile

import numpy as np
import tensorflow as tf

root = tempfile.mkdtemp()
for name in "abc":
    os.mkdir(f"{root}/{name}")
    for i in range(4):
        tf.io.write_file(f"{root}/{name}/{i}.png", tf.io.encode_png(np.zeros((12, 12, 3), dtype="uint8")))

data = tf.keras.utils.image_dataset_from_directory(root, image_size=(12, 12), batch_size=4, label_mode="categorical")
data = data.map(lambda images, labels: (images / 255.0, labels)).prefetch(1)


class Net(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.flat = tf.keras.layers.Flatten()
        self.out = tf.keras.layers.Dense(3, activation="softmax")

    def call(self, x):
        return self.out(self.flat(x))


net = Net()
net.compile(optimizer="adam", loss="categorical_crossentropy")
net.fit(data, epochs=2)
