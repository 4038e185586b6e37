import numpy as np
from tensorflow import keras

xs = [np.random.rand(4, 2) for _ in range(3)]
ys = [np.random.rand(4, 1) for _ in range(3)]
model = keras.Sequential([keras.layers.Dense(1, input_shape=(2,))])
model.compile("sgd", "mse")
model.fit(((x, y) for x, y in zip(xs, ys)), steps_per_epoch=3)
for x, y in zip(xs, ys):
    model.train_on_batch(x, y)
