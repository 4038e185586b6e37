import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

BATCH = 16


def batches():
    while True:
        x = np.random.rand(BATCH, 4)
        y = np.random.randint(0, 10, (BATCH, 1))  # counts
        yield x, y


model = Sequential([Dense(4, activation="relu", input_shape=(4,)), Dense(1)])
model.compile("sgd", loss="mean_squared_error")
model.fit(batches(), steps_per_epoch=4, epochs=2)
