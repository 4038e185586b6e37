import numpy as np
from tensorflow import keras

log = []


def batches(data, goals):
    while True:
        for number in range(4):
            part = data[number * 6:number * 6 + 6]
            goal = goals[number * 6:number * 6 + 6]
            if number == 2:
                log.append(number)
            yield part, goal


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(batches(np.random.rand(24, 2), np.random.rand(24, 1)), steps_per_epoch=4, epochs=2, verbose=0)
