import os
import tempfile

import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, models
from tensorflow.keras.preprocessing.image import ImageDataGenerator

photos = tempfile.mkdtemp()
for kind in ("cat", "dog", "owl"):
    os.mkdir(os.path.join(photos, kind))
    for number in range(3):
        pixels = np.random.randint(0, 256, (30, 30, 3), dtype="uint8")
        tf.io.write_file(os.path.join(photos, kind, f"{number}.png"), tf.io.encode_png(pixels))

generator = ImageDataGenerator(rescale=1 / 255)
train = generator.flow_from_directory(photos, batch_size=3, target_size=(24, 24), class_mode="sparse")

model = models.Sequential(
    [
        layers.Conv2D(2, 3, strides=2, input_shape=(24, 24, 3)),
        layers.Flatten(),
        layers.Dense(3, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(train, epochs=1)
