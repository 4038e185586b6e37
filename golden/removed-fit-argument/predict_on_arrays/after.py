import numpy as np
from tensorflow import keras


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(2)

    def call(self, inputs):
        return self.out(inputs)


x = np.random.rand(20, 3)
net = Net()
net.compile("sgd", "mse")
net.fit(x, np.random.rand(20, 2), verbose=0)
print(net.predict(x).shape, net.evaluate(x, np.random.rand(20, 2)))
