import numpy as np
from sklearn.datasets import make_moons
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

# same labels as in the SVM exercise
X, y = make_moons(n_samples=300, noise=0.15, random_state=10)
y = np.where(y == 0, -1, 1)

n = 240
X_train, y_train = X[:n], y[:n]
X_test, y_test = X[n:], y[n:]

nn = Sequential()
nn.add(Dense(16, activation='relu', input_shape=(2,)))
nn.add(Dense(16, activation='relu'))
nn.add(Dense(1, activation='sigmoid'))
nn.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])

h = nn.fit(X_train, y_train, batch_size=16, epochs=20, verbose=0)
print('loss', h.history['loss'][-1])
print('accuracy', nn.evaluate(X_test, y_test, verbose=0)[1])

xx, yy = np.meshgrid(np.linspace(-1.5, 2.5, 20), np.linspace(-1, 1.5, 20))
Z = nn.predict(np.c_[xx.ravel(), yy.ravel()], verbose=0).reshape(xx.shape)
print(Z.round(1)[::5])
