import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

JOBS = 2


class Pairs(keras.utils.Sequence):
    def __init__(self, count):
        super().__init__(workers=JOBS)
        self.x = np.random.rand(count * 8, 3)

    def __len__(self):
        return len(self.x) // 8

    def __getitem__(self, i):
        return self.x[i * 8 : (i + 1) * 8], self.x[i * 8 : (i + 1) * 8, :1]


model = keras.Sequential([layers.Input((3,)), layers.Dense(1)])
model.compile("sgd", "mse")
train, held_out = Pairs(5), Pairs(2)
model.fit(
    train,
    validation_data=held_out,
    epochs=2,
)
