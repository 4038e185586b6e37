import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, Flatten
from tensorflow.keras.models import Sequential


def read_all(count):
    rows = [np.random.rand(12, 12, 1).reshape(1, 12, 12, 1) for _ in range(count)]
    return np.stack(rows)


def build(side):
    model = Sequential()
    model.add(Conv2D(4, 3, input_shape=(side, side, 1)))
    model.add(Flatten())
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer="sgd", loss="binary_crossentropy")
    return model


net = build(12)
net.fit(read_all(48), np.random.randint(0, 2, (48, 1)), epochs=1)
net.predict(read_all(8))
