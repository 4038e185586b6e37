import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential


class Data:
    def __init__(self, rows):
        self.rows = rows

    def batches(self):
        for i in range(0, len(self.rows), 5):
            part = self.rows[i:i + 5]
            yield part[:, :2], part[:, 2]


data = Data(np.random.rand(20, 3))
model = Sequential([Dense(1)])
model.compile("sgd", "mse")
model.fit(data.batches(), verbose=0)
model.evaluate(data.batches(), verbose=0)
model.predict(data.batches(), verbose=0)
