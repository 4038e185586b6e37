import os
import tempfile

import numpy as np
import tensorflow as tf
from tensorflow.keras import Sequential, layers
from tensorflow.keras.preprocessing.image import ImageDataGenerator

root = tempfile.mkdtemp()
for name in "ab":
    os.mkdir(f"{root}/{name}")
    for i in range(3):
        tf.io.write_file(f"{root}/{name}/{i}.png", tf.io.encode_png(np.ones((12, 12, 3), dtype="uint8")))

generator = ImageDataGenerator(rescale=1 / 255)
train = generator.flow_from_directory(root, target_size=(12, 12), batch_size=3)
test = generator.flow_from_directory(root, target_size=(12, 12), class_mode=None, shuffle=False, batch_size=3)
model = Sequential([layers.Flatten(input_shape=(12, 12, 3)), layers.Dense(2, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(train)
model.predict(test)
