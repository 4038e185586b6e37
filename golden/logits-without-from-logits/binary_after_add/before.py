import numpy as np
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential

reviews = np.random.rand(40, 10, 5)
liked = np.random.randint(0, 2, (40, 1)).astype('float32')

model = Sequential()
model.add(LSTM(6, input_shape=(10, 5)))
model.add(Dense(
    1,
    kernel_initializer='uniform',
))
model.compile(loss='binary_crossentropy', optimizer='rmsprop', metrics=['accuracy'])
model.fit(reviews, liked, epochs=1, verbose=0)
