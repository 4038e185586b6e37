import numpy as np
from tensorflow.keras import datasets, layers, models


class Trainer:
    def __init__(self):
        (self.x, self.y), (self.x_test, self.y_test) = datasets.fashion_mnist.load_data()
        self.x = self.x[..., np.newaxis]
        self.x_test = self.x_test[..., np.newaxis]
        self.x, self.y = self.x[:100] / 255.0, self.y[:100]
        self.x_test, self.y_test = self.x_test[:50] / 255.0, self.y_test[:50]
        self.model = models.Sequential(
            [
                layers.Conv2D(2, 3, strides=3, input_shape=(28, 28, 1)),
                layers.Flatten(),
                layers.Dense(10, activation="softmax"),
            ]
        )
        self.model.compile("sgd", "sparse_categorical_crossentropy")

    def run(self):
        self.model.fit(self.x, self.y)
        return self.model.evaluate(self.x_test, self.y_test)


Trainer().run()
