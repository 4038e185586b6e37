import os
import tempfile

import numpy as np
import tensorflow as tf

BATCH_SIZE = 8
H = W = 54
classes = ["bee", "wasp", "hornet"]

tmp = tempfile.mkdtemp()
files, targets = [], []
for i in range(36):
    f = os.path.join(tmp, f"{i}.png")
    img = np.random.randint(0, 255, (H, W, 3), dtype=np.uint8)
    tf.io.write_file(f, tf.io.encode_png(img))
    files.append(f)
    targets.append(i % len(classes))


def decode(path, label):
    img = tf.io.decode_png(tf.io.read_file(path), channels=3)
    img = tf.image.convert_image_dtype(img, tf.float32)
    img = tf.ensure_shape(img, (H, W, 3))
    return img, tf.one_hot(label, len(classes))


dataset = (
    tf.data.Dataset.from_tensor_slices((files, targets))
    .shuffle(36)
    .map(decode, num_parallel_calls=tf.data.AUTOTUNE)
    .prefetch(tf.data.AUTOTUNE)
)

model = tf.keras.Sequential(
    [
        tf.keras.layers.Input((H, W, 3)),
        tf.keras.layers.Conv2D(8, 3, activation="relu"),
        tf.keras.layers.MaxPooling2D(4),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(len(classes), activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(dataset, epochs=2)
