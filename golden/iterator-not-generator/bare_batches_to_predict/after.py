import numpy as np
from tensorflow import keras


def images():
    for _ in range(2):
        batch = np.random.rand(2, 4)
        yield (batch,)


model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
print(model.predict(images(), steps=2, verbose=0).shape)
