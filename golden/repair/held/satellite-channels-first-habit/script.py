import numpy as np
from tensorflow.keras import models, layers, optimizers


class LandCover:
    """Patches of Sentinel-2 (B2, B3, B4, B8), 3 land cover types."""

    def __init__(self, size=48, bands=4, seed=3):
        self.size = size
        self.bands = bands
        self.rng = np.random.default_rng(seed)

    def load(self, n=96):
        labels = self.rng.integers(0, 3, n)
        patches = self.rng.normal(size=(n, self.size, self.size, self.bands)) + labels[:, None, None, None]
        return patches.astype(np.float32), np.eye(3, dtype=np.float32)[labels]


def make_cnn(bands, h, w):
    m = models.Sequential()
    m.add(layers.Conv2D(16, (3, 3), padding='same', activation='relu', input_shape=(bands, h, w)))
    m.add(layers.Conv2D(16, (3, 3), padding='same', activation='relu'))
    m.add(layers.MaxPooling2D((2, 2)))
    m.add(layers.Flatten())
    m.add(layers.Dense(32, activation='relu'))
    m.add(layers.Dense(3, activation='softmax'))
    m.compile(optimizer=optimizers.Adam(learning_rate=1e-3), loss='categorical_crossentropy', metrics=['accuracy'])
    return m


ds = LandCover()
X, Y = ds.load()
net = make_cnn(4, 48, 48)
net.fit(X, Y, epochs=2, batch_size=24, validation_split=0.25)
