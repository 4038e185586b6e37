import pathlib
import tempfile

import numpy as np
from PIL import Image
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.preprocessing.image import ImageDataGenerator

SIDE = 56


def scans(root):
    """B-scans as 8 bit gray PNG, one folder a defect."""
    rng = np.random.default_rng(40)
    for defect, level in [("crack", 60), ("pore", 120), ("sound", 180)]:
        folder = root / defect
        folder.mkdir()
        for k in range(10):
            pixels = rng.normal(level, 20, (64, 64)).clip(0, 255).astype("uint8")
            Image.fromarray(pixels).save(folder / f"scan{k}.png")
    return root


root = scans(pathlib.Path(tempfile.mkdtemp()))
gen = ImageDataGenerator(rescale=1 / 255, validation_split=0.2)
train = gen.flow_from_directory(root, target_size=(SIDE, SIDE), batch_size=6, subset="training", seed=0)
valid = gen.flow_from_directory(root, target_size=(SIDE, SIDE), batch_size=6, subset="validation", seed=0)

net = keras.Sequential([
    layers.Conv2D(8, 5, activation="relu", input_shape=(SIDE, SIDE, 1)),
    layers.MaxPooling2D(4),
    layers.Flatten(),
    layers.Dense(train.num_classes, activation="softmax"),
])
net.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
net.fit(train, validation_data=valid, epochs=2)
