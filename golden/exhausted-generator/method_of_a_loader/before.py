import numpy as np
import tensorflow.keras as K


class Loader:
    def __init__(self, x, y, size):
        self.x = x
        self.y = y
        self.size = size

    def parts(self):
        for i in range(0, self.x.shape[0] - self.size + 1, self.size):
            yield self.x[i:i + self.size], self.y[i:i + self.size]


class Net(K.Model):
    def __init__(self):
        super().__init__()
        self.out = K.layers.Dense(1)

    def call(self, inputs):
        return self.out(inputs)


loader = Loader(np.random.rand(50, 3), np.random.rand(50, 1), 12)
net = Net()
net.compile(optimizer="adam", loss="mae")
net.fit(loader.parts(), epochs=3, verbose=2)
