import numpy as np
from tensorflow import keras


def in_batches(features, targets, size):
    """Slices of `size` rows, the last one as short as it comes."""
    for start in range(0, len(features), size):
        yield features[start:start + size], targets[start:start + size]


signal = np.random.rand(60, 8)
hits = np.random.randint(0, 2, 60).astype("float32")

net = keras.Sequential([keras.layers.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
net.compile(optimizer="sgd", loss="binary_crossentropy")
net.fit(in_batches(signal, hits, 20), epochs=4)  # four passes
net.evaluate(in_batches(signal, hits, 30), verbose=0)
