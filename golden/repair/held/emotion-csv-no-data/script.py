import numpy as np
import pandas as pd
from keras.models import Sequential
from keras.layers import Conv2D, MaxPooling2D, Dense, Flatten, Dropout, Activation

data = pd.read_csv('input/fer2013/fer2013.csv')
width, height = 48, 48
emotions = {0: 'Angry', 1: 'Disgust', 2: 'Fear', 3: 'Happy', 4: 'Sad', 5: 'Surprise', 6: 'Neutral'}


def prepare(frame):
    pixels = frame['pixels'].apply(lambda s: np.array(s.split(' '), dtype='float32'))
    x = np.stack(pixels.values).reshape(-1, width, height, 1)
    return x / 255.0, frame['emotion'].values


x_train, y_train = prepare(data[data['Usage'] == 'Training'])
x_val, y_val = prepare(data[data['Usage'] == 'PublicTest'])

model = Sequential()
model.add(Conv2D(32, (3, 3), input_shape=(width, height, 1)))
model.add(Activation('relu'))
model.add(MaxPooling2D(pool_size=(2, 2)))
model.add(Conv2D(64, (3, 3)))
model.add(Activation('relu'))
model.add(MaxPooling2D(pool_size=(2, 2)))
model.add(Flatten())
model.add(Dense(128))
model.add(Activation('relu'))
model.add(Dropout(0.4))
model.add(Dense(len(emotions)))
model.add(Activation('softmax'))

model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x_train, y_train, batch_size=64, epochs=30, validation_data=(x_val, y_val))
model.save('fer.keras')
