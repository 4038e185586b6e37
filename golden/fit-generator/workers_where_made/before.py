import numpy as np
from tensorflow import keras
from tensorflow.keras.utils import Sequence as Base


class Noise(Base):
    def __init__(self, count, **options):
        super().__init__(**options)
        self.count = count

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        return np.random.rand(8, 3), np.random.rand(8, 2)


net = keras.models.Sequential([keras.layers.Input((3,)), keras.layers.Dense(2)])
net.compile(loss="mse", optimizer="sgd")
net.fit_generator(Noise(4), 4, epochs=2, workers=3)
print(net.predict_generator(generator=Noise(2), max_queue_size=10).shape)
