import numpy as np
from tensorflow.keras.utils import Sequence


class Turbines(Sequence):
    """Ten minute averages of the SCADA system: power in one hour from the last six."""

    def __init__(self, n=256, batch=32, **kwargs):
        super().__init__(**kwargs)
        rng = np.random.default_rng(n)
        self.x = rng.random((n, 36, 7)).astype('float32')
        self.y = self.x[:, -1, :1] * 2.0
        self.batch = batch

    def __len__(self):
        return len(self.x) // self.batch

    def __getitem__(self, i):
        part = slice(i * self.batch, (i + 1) * self.batch)
        return self.x[part], self.y[part]
