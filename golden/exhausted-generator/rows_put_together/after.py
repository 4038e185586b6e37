import numpy as np
from tensorflow import keras

records = [(np.random.rand(3), float(k)) for k in range(26)]


def collected(rows, size):
    while True:
        xs, ys = [], []
        for x, y in rows:
            xs.append(x)
            ys.append(y)
            if len(xs) == size:
                yield np.array(xs), np.array(ys)
                xs, ys = [], []
        if xs:
            yield np.array(xs), np.array(ys)


def compiled():
    model = keras.Sequential([keras.layers.Dense(1, input_shape=(3,))])
    model.compile(loss="mse", optimizer="adam")
    return model


model = compiled()
model.fit(collected(records, 8), epochs=3, verbose=0, steps_per_epoch=int(np.ceil(len(records) / 8)))
