import numpy as np
from tensorflow.keras import Sequential, layers

model = Sequential()
for rate in (1, 2, 4):
    model.add(layers.Conv1D(3, 3, padding="causal", dilation_rate=rate))
model.add(layers.GlobalMaxPooling1D())
model.add(layers.Dense(1))
model.compile("adam", "mse")
model.fit(np.random.rand(6, 5, 2), np.random.rand(6, 1))
