import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

series = np.random.rand(40, 12, 3)
following = np.random.rand(40)

model = keras.Sequential()
model.add(layers.Input((12, 3)))
model.add(layers.LSTM(8, return_sequences=True))
model.add(layers.LSTM(8, return_sequences=True))
model.add(layers.Dropout(0.1))
model.add(layers.Dense(1))
model.compile("adam", "mse")
model.fit(series, following, epochs=1, verbose=0)
