import types
import numpy as np
from keras.layers import Conv2D, Dense, Dropout, Flatten, MaxPooling2D
from keras.models import Sequential
from sklearn.model_selection import train_test_split


def fetch_faces():
    """like sklearn's fetch_olivetti_faces but without the download"""
    rng = np.random.RandomState(1)
    people = np.repeat(np.arange(10), 6)
    return types.SimpleNamespace(data=rng.rand(60, 4096).astype('float32'), target=people)


faces = fetch_faces()
X = faces.data
y = faces.target

x_train, x_test, y_train, y_test = train_test_split(X, y, test_size=20, stratify=y, random_state=4)

model = Sequential()
model.add(Conv2D(12, (7, 7), activation='relu', input_shape=(64, 64, 1)))
model.add(MaxPooling2D((3, 3)))
model.add(Conv2D(24, (3, 3), activation='relu'))
model.add(MaxPooling2D((3, 3)))
model.add(Flatten())
model.add(Dropout(0.4))
model.add(Dense(10, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x_train, y_train, epochs=2, batch_size=10, validation_data=(x_test, y_test))
