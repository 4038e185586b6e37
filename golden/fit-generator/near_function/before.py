import numpy as np
from tensorflow import keras


def fit_generator(model, generator, steps_per_epoch):
    """The project's own loop."""
    for _ in range(steps_per_epoch):
        model.train_on_batch(*next(generator))


class helpers:
    predict_generator = staticmethod(lambda model, x: model.predict(x))


def pairs():
    while True:
        yield np.random.rand(8, 2), np.random.rand(8, 1)


model = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
fit_generator(model, pairs(), 4)
print(helpers.predict_generator(model, np.zeros((2, 2))))
