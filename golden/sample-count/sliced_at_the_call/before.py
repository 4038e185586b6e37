import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential


def load(path=None):
    return np.arange(200.0).reshape(50, 4), np.linspace(0, 1, 50)


data, goal = load()
model = Sequential([Dense(1)])
model.compile("adam", "mae")
model.fit(data, goal[:45], epochs=2, verbose=0)
print(model.evaluate(data[:40], goal[:40], verbose=0))
