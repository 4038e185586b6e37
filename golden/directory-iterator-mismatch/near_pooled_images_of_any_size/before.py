import os
import tempfile

import numpy as np
import tensorflow as tf

root = tempfile.mkdtemp()
for name in "ab":
    os.mkdir(f"{root}/{name}")
    for i in range(4):
        tf.io.write_file(f"{root}/{name}/{i}.png", tf.io.encode_png(np.ones((12, 12, 3), dtype="uint8")))

data = tf.keras.utils.image_dataset_from_directory(root, batch_size=4)
model = tf.keras.Sequential(
    [
        tf.keras.layers.Conv2D(2, 3, strides=4, input_shape=(None, None, 3)),
        tf.keras.layers.GlobalAveragePooling2D(),
        tf.keras.layers.Dense(2, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(data)
