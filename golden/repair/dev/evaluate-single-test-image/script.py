import numpy as np
import keras
from keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D


class DigitReader:
    def __init__(self, shape=(28, 28, 1)):
        self.model = keras.Sequential([
            Input(shape),
            Conv2D(8, 5, activation="relu"),
            MaxPooling2D(2),
            Flatten(),
            Dense(10, activation="softmax"),
        ])
        self.model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])

    def train(self, x, y):
        self.model.fit(x, y, batch_size=64, epochs=1)

    def show_mistakes(self, x_test, y_test, n=5):
        for i in range(n):
            p = np.argmax(self.model.predict(x_test[i], verbose=0))
            if p != y_test[i]:
                print(f"image {i}: read {p}, is {y_test[i]}")


(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train = x_train[:384, :, :, None].astype("float32") / 255
x_test = x_test[:20, :, :, None].astype("float32") / 255

reader = DigitReader()
reader.train(x_train, y_train[:384])
reader.show_mistakes(x_test, y_test)
