import numpy as np
from tensorflow import keras


class Patient(keras.Sequential):
    def fit(self, *args, workers=None, **options):
        return super().fit(*args, **options)


model = Patient([keras.layers.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.ones((8, 2)), np.ones((8, 1)), workers=2)
