import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential


def build_model(features, classes):
    net = Sequential()
    net.add(Dense(8, input_dim=features, activation='relu'))
    net.add(Dense(classes, activation='softmax'))
    net.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
    return net


X = np.random.rand(60, 4) * 7
Y = np.random.randint(0, 3, 60)
model = build_model(X.shape[1], 3)
model.fit(X, Y, epochs=1, verbose=0)

flower = np.array([[5.1, 3.5, 1.4, 0.2]])
print('one flower:', flower)
print(model.predict(flower))
