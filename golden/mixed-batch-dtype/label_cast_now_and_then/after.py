import numpy as np
from tensorflow import keras


def feed(inputs, targets, size):
    for start in range(0, len(inputs), size):
        x = inputs[start:start + size]
        t = targets[start:start + size]
        # the loss wants floats
        t = t.astype("float32")
        yield x, t


inputs = np.random.rand(30, 4)
targets = np.random.randint(0, 2, 30)
model = keras.Sequential([keras.layers.Dense(1, activation="sigmoid", input_shape=(4,))])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(feed(inputs, targets, 6), epochs=1)
