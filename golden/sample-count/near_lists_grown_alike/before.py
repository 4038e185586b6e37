import numpy as np
from tensorflow import keras

xs, ys = [], []
for i in range(60):
    if i % 7 == 0:
        continue
    xs.append(np.random.rand(3))
    ys.append(i)
xs.append(np.zeros(3))
ys.append(0)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.array(xs), np.array(ys), verbose=0)
