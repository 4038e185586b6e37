import os
import tempfile

import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, models
from tensorflow.keras.preprocessing.image import ImageDataGenerator

SIZE = (24, 24)
root = tempfile.mkdtemp()
for kind in ("cat", "dog", "owl"):
    os.mkdir(os.path.join(root, kind))
    for number in range(3):
        pixels = np.random.randint(0, 256, (30, 30, 3), dtype="uint8")
        tf.io.write_file(os.path.join(root, kind, f"{number}.png"), tf.io.encode_png(pixels))

train = ImageDataGenerator(rescale=1 / 255).flow_from_directory(root, target_size=SIZE, batch_size=3)
model = models.Sequential(
    [
        layers.Conv2D(2, 3, input_shape=SIZE + (3,)),
        layers.Flatten(),
        layers.Dense(3, activation="softmax"),
    ]
)
model.compile("adam", "categorical_crossentropy")
model.fit(train)
