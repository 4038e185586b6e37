import os
import tempfile

import numpy as np
import tensorflow as tf
from tensorflow.keras import Sequential, layers
from tensorflow.keras.preprocessing.image import ImageDataGenerator

root = tempfile.mkdtemp()
os.mkdir(f"{root}/all")
for i in range(6):
    tf.io.write_file(f"{root}/all/{i}.png", tf.io.encode_png(np.ones((12, 12, 3), dtype="uint8")))

flow = ImageDataGenerator(rescale=1 / 255).flow_from_directory(
    root, target_size=(12, 12), class_mode="input", batch_size=3
)
model = Sequential([layers.Conv2D(3, 3, padding="same", activation="sigmoid", input_shape=(12, 12, 3))])
model.compile("adam", "binary_crossentropy")
model.fit(flow)
