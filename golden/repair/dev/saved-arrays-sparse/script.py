import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import *
from tensorflow.keras.utils import to_categorical

# made by preprocess.py
X_train = np.load('prepared/X_train.npy')
y_train = np.load('prepared/y_train.npy')
X_val = np.load('prepared/X_val.npy')
y_val = np.load('prepared/y_val.npy')

NUM_CLASSES = 43
y_train = to_categorical(y_train, NUM_CLASSES)
y_val = to_categorical(y_val, NUM_CLASSES)

model = keras.Sequential()
model.add(InputLayer(shape=(30, 30, 3)))
model.add(Conv2D(16, (5, 5), activation='relu'))
model.add(MaxPool2D((2, 2)))
model.add(Dropout(rate=0.25))
model.add(Conv2D(32, (3, 3), activation='relu'))
model.add(MaxPool2D((2, 2)))
model.add(Flatten())
model.add(Dense(64, activation='relu'))
model.add(Dense(NUM_CLASSES, activation='softmax'))

model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X_train, y_train, batch_size=32, epochs=3, validation_data=(X_val, y_val))
model.save('traffic_classifier.keras')
