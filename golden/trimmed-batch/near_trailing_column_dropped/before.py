import numpy as np
from tensorflow import keras


def batches(table, size, with_target_in_front):
    while True:
        for i in range(0, len(table), size):
            part = table[i:i + size]
            if with_target_in_front:
                part = part[:, 1:]
            else:
                part = part[:, :-1]
            yield part, table[i:i + size, 0]


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(batches(np.random.rand(40, 5), 8, bool(np.random.randint(2))), steps_per_epoch=5, verbose=0)
