import numpy as np
from tensorflow import keras


class Pairs(keras.utils.Sequence):
    def __init__(self, x, y, size):
        super().__init__()
        self.x, self.y, self.size = x, y, size

    def __len__(self):
        return len(self.x) // self.size

    def __getitem__(self, index):
        rows = slice(index * self.size, (index + 1) * self.size)
        return self.x[rows], self.y[rows]


def build_model(width):
    inputs = keras.Input((width,))
    outputs = keras.layers.Dense(1)(inputs)
    model = keras.Model(inputs, outputs)
    model.compile("adam", "hinge")
    return model


x = np.random.rand(32, 3)
y = np.array([-1, 1] * 16, dtype="float32")
build_model(3).fit(Pairs(x, y, 8), epochs=1)
