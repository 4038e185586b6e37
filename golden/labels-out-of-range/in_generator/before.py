import numpy as np
from tensorflow import keras


class Weeks(keras.Model):
    def __init__(self):
        super().__init__()
        self.day = keras.layers.Dense(7)

    def call(self, x):
        return self.day(x)


def days():
    while True:
        x = np.random.rand(8, 3)
        y = np.random.randint(1, 8, 8)
        yield x, y


model = Weeks()
model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(days(), steps_per_epoch=4, epochs=1, verbose=0)
