import numpy as np
from tensorflow.keras import Sequential, layers
from tensorflow.keras.utils import to_categorical

x = np.random.rand(40, 6, 2)
tags = to_categorical(np.random.randint(0, 2, (40, 6)), 2)
model = Sequential([layers.Input((6, 2)), layers.LSTM(4, return_sequences=True), layers.Dense(2, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, tags, epochs=1)
