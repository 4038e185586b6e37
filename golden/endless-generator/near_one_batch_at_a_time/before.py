import numpy as np
from tensorflow import keras


def noise():
    while True:
        yield np.random.rand(4, 3), np.random.rand(4, 1)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
source = noise()
for _ in range(5):
    x, y = next(source)
    model.train_on_batch(x, y)
model.fit(*next(source), verbose=0)
