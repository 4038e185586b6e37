import numpy as np
from tensorflow import keras
from tensorflow.keras import layers as L


class Forecaster(keras.Model):
    def __init__(self, width):
        super().__init__()
        self.encoder = L.LSTM(width)
        self.decoder = L.LSTM(width)
        self.head = L.Dense(1)

    def call(self, series):
        state = self.encoder(series)
        return self.head(self.decoder(state))


def windows():
    rng = np.random.default_rng(0)
    while True:
        yield rng.random((8, 10, 2), dtype="float32"), rng.random((8, 1), dtype="float32")


net = Forecaster(6)
net.compile(optimizer="adam", loss="mae")
net.fit(windows(), steps_per_epoch=3, epochs=2)
