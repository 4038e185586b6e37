import numpy as np
from tensorflow.keras import Sequential, layers

waves = np.random.rand(50, 5, 1).astype("float32")
following = np.random.rand(50).astype("float32")

model = Sequential(
    [
        layers.Input(batch_shape=(10, 5, 1)),
        layers.GRU(4, stateful=True),
        layers.Dense(1),
    ]
)
model.compile(optimizer="adam", loss="mae")
model.fit(waves, following, batch_size=10, verbose=0)
model.evaluate(waves, following, batch_size=10, verbose=0)
