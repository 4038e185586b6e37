import numpy as np
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.losses import Huber
from tensorflow.keras.models import Model

i = Input((3,))
model = Model(i, Dense(2)(Dense(8, activation="relu")(i)))
model.compile(
    "sgd",
    Huber(),
    metrics=["mae"],
)
model.fit(np.random.rand(40, 3), np.random.uniform(-1, 1, (40, 2)), verbose=0)
