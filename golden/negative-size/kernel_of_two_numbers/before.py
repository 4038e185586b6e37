import numpy as np
from tensorflow.keras.layers import Convolution2D, Dense, Flatten, MaxPooling2D
from tensorflow.keras.models import Sequential

faces = np.random.rand(16, 32, 32, 1)

classifier = Sequential()
classifier.add(Convolution2D(8, 3, 3, input_shape=(32, 32, 1), activation='relu'))
classifier.add(MaxPooling2D(pool_size=(2, 2)))
classifier.add(Convolution2D(8, 3, 3, activation='relu'))
classifier.add(MaxPooling2D(pool_size=(2, 2)))
classifier.add(Flatten())
classifier.add(Dense(units=1, activation='sigmoid'))
classifier.compile(optimizer='adam', loss='binary_crossentropy')
classifier.fit(faces, np.arange(16) % 2, epochs=1)
