import numpy as np
from tensorflow import keras

model = keras.Sequential(
    [keras.Input((6, 2)), keras.layers.LSTM(4, return_sequences=True), keras.layers.Dense(3, activation="softmax")]
)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(20, 6, 2), np.random.randint(0, 3, (20, 6)), verbose=0)
