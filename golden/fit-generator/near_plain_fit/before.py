import numpy as np
from tensorflow import keras


class Ones(keras.utils.Sequence):
    def __init__(self, count):
        super().__init__()
        self.count = count

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        return np.ones((4, 2)), np.ones((4, 1))


def make_generator(count):
    return Ones(count)


fit_generator = make_generator(6)
evaluate_generator = make_generator(2)
model = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(fit_generator, epochs=2, validation_data=evaluate_generator)
model.evaluate(evaluate_generator)
