"""CT nodules: benign or malignant from 24^3 cubes."""
import os
import tempfile

import keras
import numpy as np
from keras import layers


class Nodule3D(keras.Model):
    def __init__(self, base=6):
        super().__init__()
        self.convs = [layers.Conv3D(base * 2**i, 3, activation="relu") for i in range(2)]
        self.pools = [layers.MaxPooling3D(2) for _ in range(2)]
        self.gap = layers.GlobalAveragePooling3D()
        self.cls = layers.Dense(1, activation="sigmoid")

    def call(self, cube):
        for conv, pool in zip(self.convs, self.pools):
            cube = pool(conv(cube))
        return self.cls(self.gap(cube))


store = tempfile.mkdtemp()
for i in range(20):
    np.save(os.path.join(store, f"nod{i:02d}.npy"), np.random.randint(-1000, 400, (24, 24, 24), dtype="int16"))

paths = sorted(os.path.join(store, f) for f in os.listdir(store))
scans = np.stack([np.load(p) for p in paths]).astype("float32")
scans = (scans + 1000) / 1400
malignant = np.tile([0, 1], 10)

model = Nodule3D()
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(scans, malignant, batch_size=4, epochs=2)
