from keras.datasets import mnist
from keras.layers import Dense, Flatten, Input
from keras.models import Sequential
from keras.utils import to_categorical

(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train, y_train = x_train[:500], y_train[:500]
x_test, y_test = x_test[:200], y_test[:200]

# one hot
y_train = to_categorical(y_train, 10)
y_test = to_categorical(y_test, 10)


def prepare(x, y):
    x = x.astype("float32") / 255
    y = to_categorical(y)
    return x, y


x_train, y_train = prepare(x_train, y_train)
x_test, y_test = prepare(x_test, y_test)

model = Sequential([Input((28, 28)), Flatten(), Dense(100, activation="relu"), Dense(10, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="sgd", metrics=["accuracy"])
model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=2, batch_size=100)
