import numpy as np
from tensorflow import keras


def batches():
    while True:
        yield np.ones((4, 2)), np.ones((4, 1))


steps = round(30 / 4)
model = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(batches(), steps_per_epoch=steps)
print(model.evaluate(batches(), steps=max(1, 9 // 4)))
