import numpy as np
from tensorflow.keras.layers import LSTM, Conv2D, Dense, MaxPooling2D, Flatten, TimeDistributed
from tensorflow.keras.models import Sequential

spectrograms = np.random.rand(20, 16, 12, 1)
genre = np.random.randint(0, 3, size=20)

model = Sequential()
model.add(Conv2D(4, (3, 3), activation="relu", input_shape=spectrograms.shape[1:]))
model.add(MaxPooling2D((2, 2)))
model.add(TimeDistributed(Flatten()))
model.add(LSTM(8))
model.add(Dense(3, activation="softmax"))
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(spectrograms, genre, batch_size=5)
