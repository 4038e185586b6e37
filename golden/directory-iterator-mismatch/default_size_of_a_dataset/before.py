import os
import tempfile

import numpy as np
import tensorflow as tf
from tensorflow import keras

SIZE = 10
root = tempfile.mkdtemp()
for name in ("in", "out"):
    os.mkdir(f"{root}/{name}")
    for i in range(4):
        tf.io.write_file(f"{root}/{name}/{i}.png", tf.io.encode_png(np.ones((14, 14, 3), dtype="uint8")))


def build_model():
    model = keras.Sequential()
    model.add(keras.layers.Conv2D(2, 3, input_shape=(SIZE, SIZE, 3)))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile("sgd", "binary_crossentropy")
    return model


images = keras.utils.image_dataset_from_directory(
    root,
    label_mode="binary",
    batch_size=4,
)
build_model().fit(images)
