import numpy as np
from tensorflow import keras


def as_rows(values):
    return np.array(values, dtype="float32").reshape(-1, 1)


scores = [1, 5, 3, 4]
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(as_rows(scores), as_rows([s * 2 for s in scores]), verbose=0)
print(model.predict(as_rows([4]), verbose=0))
