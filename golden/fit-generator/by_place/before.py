import numpy as np
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Sequential

BATCH = 16


def batches(x, y):
    while True:
        for start in range(0, len(x), BATCH):
            yield x[start : start + BATCH], y[start : start + BATCH]


x = np.random.rand(96, 5)
y = x.sum(axis=1, keepdims=True)
x_val = np.random.rand(32, 5)
y_val = x_val.sum(axis=1, keepdims=True)

model = Sequential()
model.add(Input((5,)))
model.add(Dense(4, activation="relu"))
model.add(Dense(1))
model.compile("adam", "mse")
history = model.fit_generator(batches(x, y), len(x) // BATCH, 2, 0, None, batches(x_val, y_val), 2)
loss = model.evaluate_generator(batches(x_val, y_val), 2)  # not fit_generator
print(history.history["loss"], loss, model.predict_generator(batches(x_val, y_val), 2).shape)
