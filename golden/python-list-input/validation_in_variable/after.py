import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import Dense


class Line(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = Dense(1)

    def call(self, x):
        return self.out(x)


def held_out():
    return [[0.5], [1.5]], [1.0, 3.0]


x_val, y_val = held_out()
val = (np.array(x_val), np.array(y_val))
line = Line()
line.compile("sgd", "mse")
line.fit(np.array([[0.0], [1.0], [2.0]]), np.array([0.0, 2.0, 4.0]), validation_data=val, epochs=1, verbose=0)
