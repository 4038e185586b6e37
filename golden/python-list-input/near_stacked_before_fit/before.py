import numpy as np
from tensorflow import keras

rows, targets = [], []
for i in range(20):
    rows.append(np.random.rand(3))
    targets.append(i / 20)
rows = np.array(rows)
targets = np.asarray(targets)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(rows, targets, verbose=0)
model.fit(np.stack([r for r in rows]), targets, verbose=0)
