"""Batches of leaves: (batch, 24, 24, 3) pictures and the number of their species."""

import numpy as np


def leaves(batch_size, species):
    while True:
        pictures = np.random.rand(batch_size, 24, 24, 3)
        labels = np.random.randint(0, species, size=batch_size - 1)
        yield pictures, labels
