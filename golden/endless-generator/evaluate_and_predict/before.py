from math import ceil

import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

x = np.random.rand(30, 2)
y = np.random.rand(30, 1)


class Source:
    def __init__(self, x, y, size):
        self.x, self.y, self.size = x, y, size

    def batches(self):
        i = 0
        while True:
            yield self.x[i:i + self.size], self.y[i:i + self.size]
            i += self.size
            if i >= len(self.x):
                i = 0


source = Source(x, y, 6)
model = Sequential([Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(source.batches(), steps_per_epoch=5, verbose=0)
model.evaluate(source.batches(), verbose=0)
scores = model.predict(source.batches(), verbose=0)
