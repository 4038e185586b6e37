import keras
from keras.layers import Conv2D, MaxPooling2D, Dense
import numpy as np

batch_size = 64
num_classes = 10
epochs = 4

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train = x_train.reshape(x_train.shape[0], 28, 28, 1).astype('float32')[:1200]
x_test = x_test.reshape(x_test.shape[0], 28, 28, 1).astype('float32')[:300]
x_train /= 255
x_test /= 255
y_train = keras.utils.to_categorical(y_train[:1200], num_classes)
y_test = keras.utils.to_categorical(y_test[:300], num_classes)

model = keras.Sequential()
model.add(Conv2D(32, kernel_size=(5, 5), strides=(1, 1), activation='relu', input_shape=(28, 28, 1)))
model.add(MaxPooling2D(pool_size=(2, 2), strides=(2, 2)))
model.add(Conv2D(64, (5, 5), activation='relu'))
model.add(MaxPooling2D(pool_size=(2, 2)))
model.add(Dense(1000, activation='relu'))
model.add(Dense(num_classes, activation='softmax'))

model.compile(loss=keras.losses.categorical_crossentropy,
              optimizer=keras.optimizers.SGD(learning_rate=0.01),
              metrics=['accuracy'])
model.fit(x_train, y_train, batch_size=batch_size, epochs=epochs, verbose=1, validation_data=(x_test, y_test))
score = model.evaluate(x_test, y_test, verbose=0)
print('Test loss:', score[0], 'Test accuracy:', score[1])
