import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, Flatten
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import to_categorical

EPOCHS, LOSS = 1, 'categorical_crossentropy'

photos = np.random.rand(24, 8, 8, 3)
breeds = to_categorical(np.random.randint(0, 4, 24))
model = Sequential()
model.add(Conv2D(4, (3, 3), input_shape=(8, 8, 3)))
model.add(Flatten())
model.add(Dense(4, activation='softmax'))
model.compile(loss=LOSS, optimizer='adam')
model.fit(photos, breeds, epochs=EPOCHS, verbose=0)
