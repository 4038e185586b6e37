import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import Conv1D, Dense, GlobalMaxPooling1D, Input

signal = Input(shape=(30, 6))
deep = Conv1D(6, 5, activation="relu")(signal)
deep = Conv1D(6, 5, activation="relu")(deep)
out = Dense(1)(GlobalMaxPooling1D()(signal + deep))
model = keras.Model(signal, out)
model.compile("adam", "mse")
model.fit(np.random.rand(9, 30, 6), np.random.rand(9, 1))
