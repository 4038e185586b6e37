import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import Sequence, to_categorical


class Synthetic(Sequence):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __len__(self):
        return 4

    def __getitem__(self, index):
        x = np.random.normal(size=(self.size, 8))
        y = to_categorical(np.random.randint(0, 3, size=self.size), num_classes=3)
        return x, y


net = Sequential()
net.add(Dense(3, activation="softmax", input_dim=8))
net.compile(loss="categorical_crossentropy", optimizer="sgd")
net.fit(Synthetic(16), epochs=2, verbose=0)
