import os
import tempfile

import numpy as np
import tensorflow as tf

root = tempfile.mkdtemp()
for name in "abc":
    os.mkdir(f"{root}/{name}")
    for i in range(4):
        tf.io.write_file(f"{root}/{name}/{i}.png", tf.io.encode_png(np.ones((12, 12, 3), dtype="uint8")))

data = tf.keras.utils.image_dataset_from_directory(root, image_size=(12, 12), batch_size=4)
data = data.map(lambda images, labels: (images, tf.one_hot(labels, 3)))
model = tf.keras.Sequential(
    [
        tf.keras.layers.Flatten(input_shape=(12, 12, 3)),
        tf.keras.layers.Dense(3, activation="softmax"),
    ]
)
model.compile("adam", "categorical_crossentropy")
model.fit(data)
