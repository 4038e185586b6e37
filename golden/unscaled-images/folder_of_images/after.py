import tempfile
from pathlib import Path

import numpy as np
from tensorflow import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

root = Path(tempfile.mkdtemp())
for kind in ("cat", "dog"):
    (root / kind).mkdir()
    for n in range(4):
        keras.utils.save_img(str(root / kind / f"{n}.png"), np.random.rand(10, 10, 3))

loader = ImageDataGenerator(horizontal_flip=True, rescale=1.0 / 255)
flow = loader.flow_from_directory(str(root), target_size=(10, 10), batch_size=4, class_mode="binary")
model = keras.Sequential(
    [keras.Input((10, 10, 3)), keras.layers.Conv2D(2, 3), keras.layers.Flatten(), keras.layers.Dense(1, activation="sigmoid")]
)
model.compile("adam", "binary_crossentropy")
model.fit(flow, epochs=1, verbose=0)
