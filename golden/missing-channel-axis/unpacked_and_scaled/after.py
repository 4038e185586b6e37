from tensorflow.keras.datasets import mnist
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Input
from tensorflow.keras.models import Sequential

(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train = x_train[..., None]
x_test = x_test[..., None]
x_train, x_test = x_train[:512] / 255.0, x_test[:256] / 255.0

net = Sequential()
net.add(Input(shape=(28, 28, 1)))
net.add(Conv2D(4, (3, 3), strides=3))
net.add(Flatten())
net.add(Dense(10, activation='softmax'))
net.compile(optimizer='sgd', loss='sparse_categorical_crossentropy')
net.fit(x_train, y_train[:512], epochs=1, validation_data=(x_test, y_test[:256]))
