import numpy as np
from tensorflow import keras
from tensorflow.keras import layers


class Couples(keras.utils.Sequence):
    def __len__(self):
        return 3

    def __getitem__(self, index):
        left = np.random.rand(4, 2)
        right = np.random.rand(4, 2)
        return (left, right), np.random.rand(4, 1)


a, b = keras.Input((2,)), keras.Input((2,))
model = keras.Model([a, b], layers.Dense(1)(layers.concatenate([a, b])))
model.compile("sgd", "mse")
model.fit(Couples(), epochs=1, verbose=0)
