import numpy as np
from tensorflow.keras.layers import Dense, Dropout
from tensorflow.keras.models import Sequential

X = np.random.normal(size=(100, 20))
y = (X[:, 0] > 0).astype(int)

clf = Sequential()
clf.add(Dense(32, activation='relu', input_dim=20))
clf.add(Dropout(0.2))
clf.add(Dense(2, activation='softmax'))
clf.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
clf.fit(X[:80], y[:80], validation_data=(X[80:], y[80:]), epochs=1, verbose=0)
