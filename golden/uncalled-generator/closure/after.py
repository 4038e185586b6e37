import numpy as np
import tensorflow.keras as keras


def make(x, y, size):
    def generate():
        while True:
            rows = np.random.choice(len(x), size)
            yield x[rows], y[rows]

    return generate


def main():
    train = make(np.random.rand(40, 2), np.random.rand(40, 1), 8)
    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(train(), epochs=2, verbose=0, steps_per_epoch=5)


main()
