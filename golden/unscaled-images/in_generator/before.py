import numpy as np
from tensorflow import keras


class Camera(keras.Model):
    def __init__(self):
        super().__init__()
        self.look = keras.layers.Conv2D(2, 3)
        self.flat = keras.layers.Flatten()
        self.out = keras.layers.Dense(1)

    def call(self, frames):
        return self.out(self.flat(self.look(frames)))


def frames(batch):
    while True:
        shots = np.random.randint(0, 256, (batch, 10, 10, 1))
        yield shots, np.random.rand(batch, 1)


camera = Camera()
camera.compile("sgd", "mse")
camera.fit(frames(4), steps_per_epoch=3, epochs=1)
