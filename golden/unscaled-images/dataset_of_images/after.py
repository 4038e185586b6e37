import tempfile
from pathlib import Path

import numpy as np
import tensorflow as tf

root = Path(tempfile.mkdtemp())
for kind in ("cat", "dog"):
    (root / kind).mkdir()
    for n in range(4):
        tf.keras.utils.save_img(str(root / kind / f"{n}.png"), np.random.rand(10, 10, 3))

pictures = tf.keras.utils.image_dataset_from_directory(str(root), image_size=(10, 10), batch_size=4).map(lambda x, y: (x / 255.0, y))
model = tf.keras.Sequential()
model.add(tf.keras.layers.Conv2D(2, 3, input_shape=(10, 10, 3)))
model.add(tf.keras.layers.Flatten())
model.add(tf.keras.layers.Dense(2, activation="softmax"))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(pictures, epochs=1, verbose=0)
