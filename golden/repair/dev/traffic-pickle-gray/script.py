# Load pickled data
import pickle
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import AveragePooling2D, Conv2D, Dense, Flatten
from tensorflow.keras.preprocessing.image import ImageDataGenerator

training_file = './traffic-signs-data/train.p'
validation_file = './traffic-signs-data/valid.p'

with open(training_file, mode='rb') as f:
    train = pickle.load(f)
with open(validation_file, mode='rb') as f:
    valid = pickle.load(f)

X_train, y_train = train['features'], train['labels']
X_valid, y_valid = valid['features'], valid['labels']


def grayscale(x):
    x = np.sum(x / 3, axis=3, keepdims=True)
    return (x - 128) / 128


X_train = grayscale(X_train)
X_valid = grayscale(X_valid)

# LeNet-5
model = Sequential([
    Conv2D(6, (5, 5), activation='relu', input_shape=(32, 32, 3)),
    AveragePooling2D((2, 2)),
    Conv2D(16, (5, 5), activation='relu'),
    AveragePooling2D((2, 2)),
    Flatten(),
    Dense(120, activation='relu'),
    Dense(84, activation='relu'),
    Dense(43, activation='softmax'),
])
model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
aug = ImageDataGenerator(rotation_range=15, zoom_range=0.1)
model.fit(aug.flow(X_train, y_train, batch_size=64), epochs=2, validation_data=(X_valid, y_valid))
