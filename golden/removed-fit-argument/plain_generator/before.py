import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Dense, Input


def noise():
    while True:
        yield np.random.rand(8, 2), np.random.rand(8, 1)


model = Sequential([Input((2,)), Dense(1)])
model.compile("sgd", "mse")
model.fit(noise(), steps_per_epoch=4, epochs=2, workers=4, use_multiprocessing=True)
model.evaluate(noise(), steps=2, workers=1, max_queue_size=10)
