import numpy as np
from tensorflow.keras import layers, models, utils


class Windows(utils.Sequence):
    def __init__(self, values):
        super().__init__()
        self.values = values

    def __len__(self):
        return 6

    def __getitem__(self, idx):
        x = self.values[idx * 10:idx * 10 + 10]
        y = x.sum(axis=1)
        if idx % 2:
            x = x[:-3]
            y = y[:-3]
        return x, y


model = models.Sequential([layers.Dense(1, input_shape=(4,))])
model.compile(loss="mae", optimizer="sgd")
model.fit(Windows(np.random.rand(60, 4)), epochs=2, verbose=0)
