import os
import tempfile

import numpy as np
import tensorflow as tf

root = tempfile.mkdtemp()
for name in "ab":
    os.mkdir(f"{root}/{name}")
    for i in range(4):
        tf.io.write_file(f"{root}/{name}/{i}.png", tf.io.encode_png(np.ones((12, 12, 3), dtype="uint8")))

data = tf.keras.utils.image_dataset_from_directory(root, image_size=(12, 12), batch_size=4)
model = tf.keras.Sequential(
    [
        tf.keras.layers.Flatten(input_shape=(12, 12, 3)),
        tf.keras.layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile("adam", "binary_crossentropy")
model.fit(data)
