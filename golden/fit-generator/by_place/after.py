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
history = model.fit(batches(x, y), steps_per_epoch=len(x) // BATCH, epochs=2, verbose=0, callbacks=None, validation_data=batches(x_val, y_val), validation_steps=2)
loss = model.evaluate(batches(x_val, y_val), steps=2)  # not fit_generator
print(history.history["loss"], loss, model.predict(batches(x_val, y_val), steps=2).shape)
