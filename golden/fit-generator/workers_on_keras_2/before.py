import numpy as np
from tensorflow import keras


class Noise(keras.utils.Sequence):
    def __len__(self):
        return 4

    def __getitem__(self, index):
        return np.random.rand(8, 3), np.random.rand(8, 2)


net = keras.models.Sequential([keras.layers.Dense(2, input_shape=(3,))])
net.compile(loss="mse", optimizer="sgd")
net.fit_generator(Noise(), 4, epochs=2, workers=2, max_queue_size=4)
