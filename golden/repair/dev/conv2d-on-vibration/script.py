"""Bearing condition from three axes of vibration."""
from dataclasses import dataclass

import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D


@dataclass
class Config:
    window: int = 128
    axes: int = 3
    states: int = 4
    epochs: int = 2


def record(cfg, n=64):
    t = np.arange(cfg.window) / 1000
    state = np.random.randint(0, cfg.states, n)
    freq = 20 + 35 * state
    sig = np.sin(2 * np.pi * freq[:, None, None] * t[None, :, None] + np.arange(cfg.axes))
    return sig + 0.1 * np.random.randn(*sig.shape), state


def net(cfg):
    m = Sequential()
    m.add(Input(shape=(cfg.window, cfg.axes)))
    m.add(Conv2D(16, 7, activation="relu"))
    m.add(MaxPooling2D(2))
    m.add(Conv2D(32, 5, activation="relu"))
    m.add(MaxPooling2D(2))
    m.add(Flatten())
    m.add(Dense(cfg.states, activation="softmax"))
    return m


if __name__ == "__main__":
    cfg = Config()
    X, y = record(cfg)
    model = net(cfg)
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(X, y, epochs=cfg.epochs, batch_size=16)
