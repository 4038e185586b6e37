import numpy as np
from tensorflow.keras.layers import LSTM, Dense, RepeatVector, TimeDistributed
from tensorflow.keras.models import Sequential

window = 8
series = np.random.rand(30, window, 2)

autoencoder = Sequential()
autoencoder.add(LSTM(6, return_sequences=True, input_shape=(window, 2)))
autoencoder.add(LSTM(3, return_sequences=True))
autoencoder.add(RepeatVector(window))
autoencoder.add(LSTM(6, return_sequences=True))
autoencoder.add(TimeDistributed(Dense(2)))
autoencoder.compile(optimizer="adam", loss="mse")
autoencoder.fit(series, series, epochs=1, verbose=0)
