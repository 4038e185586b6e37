import numpy as np
from tensorflow import keras

words = np.random.randint(0, 50, (24, 7))
tags = np.random.randint(0, 7, (24, 7))
model = keras.Sequential(
    [
        keras.Input((7,)),
        keras.layers.Embedding(50, 8),
        keras.layers.LSTM(8, return_sequences=True),
        keras.layers.Dense(7, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(words, tags, verbose=0)
