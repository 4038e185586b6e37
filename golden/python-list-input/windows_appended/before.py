import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

series = np.sin(np.linspace(0, 20, 60))
WINDOW = 5


def windows(values):
    xs, ys = [], []
    for i in range(len(values) - WINDOW):
        xs.append(values[i:i + WINDOW])
        ys.append(values[i + WINDOW])
    return xs, np.array(ys)


x, y = windows(series)
inputs = keras.Input(shape=(WINDOW,))
outputs = layers.Dense(1)(layers.Dense(8, activation="relu")(inputs))
model = keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=1, validation_data=(x, y))
