import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential(
    [
        keras.Input((5, 2)),
        layers.LSTM(4, return_sequences=True),
        layers.TimeDistributed(layers.Dense(3, activation="softmax")),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(20, 5, 2), np.random.randint(0, 3, (20, 5)), verbose=0)
