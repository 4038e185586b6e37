import math

import numpy as np
from tensorflow.keras.utils import Sequence

import config


class LeafSequence(Sequence):
    """Leaf scans; rendered on the fly in debug mode."""

    def __init__(self, n_images, seed):
        super().__init__()
        self.n_images = n_images
        self.rng = np.random.default_rng(seed)

    def __len__(self):
        return math.ceil(self.n_images / config.BATCH_SIZE)

    def __getitem__(self, idx):
        label = self.rng.integers(0, len(config.SPECIES), config.BATCH_SIZE)
        img = self.rng.random((config.BATCH_SIZE, *config.IMAGE_SIZE, 3), dtype=np.float32)
        return img * (label[:, None, None, None] + 1) / 5.0, label
