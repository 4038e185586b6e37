import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

X = np.random.randn(100, 3)
side = np.where(X[:, 0] > 0, 1, -1)

svm = Sequential()
svm.add(Dense(1, activation='sigmoid', input_dim=3))
svm.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
svm.fit(X, side, epochs=1, verbose=0)
svm.evaluate(X, side, verbose=0)
