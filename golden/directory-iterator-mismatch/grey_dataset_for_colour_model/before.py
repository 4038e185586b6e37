import os
import tempfile

import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Rescaling
from tensorflow.keras.utils import image_dataset_from_directory as read_images

root = tempfile.mkdtemp()
for name in ("left", "right"):
    os.mkdir(f"{root}/{name}")
    for i in range(4):
        tf.io.write_file(f"{root}/{name}/{i}.png", tf.io.encode_png(np.ones((14, 14, 3), dtype="uint8")))

train = read_images(root, color_mode="grayscale", image_size=(14, 14), batch_size=2, subset="training", seed=1, validation_split=0.5)
test = read_images(root, color_mode="grayscale", image_size=(14, 14), batch_size=2, subset="validation", seed=1, validation_split=0.5)

model = tf.keras.Sequential([Rescaling(1 / 255, input_shape=(14, 14, 3)), Conv2D(2, 3), Flatten(), Dense(2)])
loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile("adam", loss)
model.fit(train, validation_data=test)
