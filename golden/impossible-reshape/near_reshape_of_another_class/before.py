import numpy as np
from tensorflow.keras import Sequential, layers


class Sheet:
    def __init__(self, values):
        self.values = values

    def reshape(self, rows, columns):
        return self.values[:rows, :columns]


sheet = Sheet(np.random.rand(30, 9))
model = Sequential([layers.Dense(1, input_shape=(5,))])
model.compile("sgd", "mse")
model.fit(sheet.reshape(20, 5), np.zeros(20))
