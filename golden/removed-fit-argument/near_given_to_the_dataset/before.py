import numpy as np
from tensorflow import keras


class Pairs(keras.utils.PyDataset):
    def __init__(self, count, **options):
        super().__init__(**options)
        self.count = count

    def __len__(self):
        return self.count

    def __getitem__(self, i):
        return np.ones((4, 2)), np.ones((4, 1))


model = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(Pairs(4, workers=2, max_queue_size=4), epochs=2)
