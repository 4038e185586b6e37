from keras.datasets import mnist
from keras.layers import LSTM, Conv1D, Dense, MaxPooling1D
from keras.models import Sequential

# each image is a sequence of 28 rows with 28 values
(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train, y_train = x_train[:400] / 255., y_train[:400]

model = Sequential()
model.add(Conv1D(24, 3, activation='relu', input_shape=(28, 28)))
model.add(MaxPooling1D())
model.add(LSTM(24))
model.add(Dense(10, activation='softmax'))
model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(x_train, y_train, batch_size=40, epochs=1)
print(model.predict(x_test[:1]).argmax())
