import numpy as np
from tensorflow.keras import Sequential, layers

tags = 7
words = np.random.randint(1, 50, (30, 6))
labels = np.random.randint(0, tags, (30, 6))

model = Sequential(
    [
        layers.Input((6,)),
        layers.Embedding(50, 8),
        layers.LSTM(10, return_sequences=True),
        layers.TimeDistributed(layers.Dense(tags, activation="softmax")),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(words, labels, verbose=0)
