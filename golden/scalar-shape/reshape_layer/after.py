import numpy as np
from tensorflow.keras import layers as L
from tensorflow.keras import Sequential

model = Sequential([
    L.Conv2D(2, 3, input_shape=(6, 6, 1)),
    L.Reshape((32,)),
    L.Dense(1),
])
model.compile("sgd", "mse")
model.fit(np.random.rand(8, 6, 6, 1), np.random.rand(8))
