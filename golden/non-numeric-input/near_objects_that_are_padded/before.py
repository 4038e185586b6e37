import numpy as np
from tensorflow import keras

words = np.empty(12, dtype=object)
for i in range(12):
    words[i] = [1 + i % 5] * (2 + i % 3)
x = keras.utils.pad_sequences(words, maxlen=4)
model = keras.Sequential(
    [keras.layers.Embedding(10, 3), keras.layers.GlobalAveragePooling1D(), keras.layers.Dense(1)]
)
model.compile("adam", "mse")
model.fit(x, np.random.rand(12), verbose=0)
