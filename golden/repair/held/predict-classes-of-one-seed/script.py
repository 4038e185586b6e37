# seeds of three kinds of wheat
import numpy as np
from sklearn.preprocessing import MinMaxScaler
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

rs = np.random.RandomState(14)
kinds = ['Kama', 'Rosa', 'Canadian']
y = rs.randint(0, 3, 210)
X = rs.normal(loc=y[:, None] * 1.5, scale=1.0, size=(210, 7))

X = MinMaxScaler().fit_transform(X)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=1)

model = Sequential()
model.add(Dense(14, input_dim=7, activation='relu'))
model.add(Dense(3, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X_train, y_train, epochs=10, batch_size=10, verbose=0)

_, accuracy = model.evaluate(X_test, y_test, verbose=0)
print('Accuracy: %.2f' % (accuracy * 100))

# try it on a single one
result = model.predict_classes(X_test[0])
print('seed is', kinds[result[0]], 'and should be', kinds[y_test[0]])
