import keras
import numpy as np
from keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D
from keras.models import Sequential
from keras.optimizers import SGD


def captcha_chars(n=60):
    rs = np.random.RandomState(8)
    return rs.rand(n, 28, 28, 1), rs.randint(0, 36, n)


def build_model(n_chars):
    opt = SGD(lr=0.01, momentum=0.9)
    model = Sequential()
    model.add(Input((28, 28, 1)))
    for filters in (32, 64, 128, 256):
        model.add(Conv2D(filters, (3, 3), activation="relu"))
        model.add(MaxPooling2D((2, 2)))
    model.add(Flatten())
    model.add(Dense(128, activation="relu"))
    model.add(Dense(n_chars, activation="softmax"))
    model.compile(optimizer=opt, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


x, y = captcha_chars()
model = build_model(36)
model.summary()
model.fit(x, y, epochs=2, batch_size=20, callbacks=[keras.callbacks.EarlyStopping(monitor="loss", patience=3)])
