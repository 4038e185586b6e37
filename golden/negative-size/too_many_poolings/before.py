import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
from tensorflow.keras.models import Sequential

digits = np.random.rand(32, 16, 16, 1)
labels = np.random.randint(0, 10, 32)

model = Sequential()
model.add(Conv2D(4, (3, 3), activation='relu', input_shape=(16, 16, 1)))
model.add(MaxPooling2D((2, 2)))
model.add(Conv2D(8, (3, 3), activation='relu'))
model.add(MaxPooling2D((2, 2)))
model.add(MaxPooling2D((3, 3)))
model.add(Flatten())
model.add(Dense(10, activation='softmax'))
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
model.fit(digits, labels, epochs=2)
