import numpy as np
from tensorflow import keras


def made_up(n):
    while True:
        inputs = np.random.rand(n, 6)
        # labels do not always fit
        answers = np.random.randint(0, 2, n)
        yield inputs, answers


model = keras.Sequential([keras.layers.Dense(1, activation="sigmoid", input_shape=(6,))])
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(made_up(20), steps_per_epoch=12, epochs=1, verbose=0)
