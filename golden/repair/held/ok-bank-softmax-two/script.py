import pandas as pd
from sklearn.preprocessing import StandardScaler
from keras.models import Sequential
from keras.layers import Dense

bank = pd.read_csv('bank.csv', sep=';')
y = (bank.pop('y') == 'yes').astype('int32').values
X = StandardScaler().fit_transform(bank.values)

model = Sequential()
model.add(Dense(16, input_shape=(4,), activation='relu'))
model.add(Dense(2, activation='softmax'))
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(X, y, epochs=5, batch_size=13, verbose=2)

one = X[7].reshape(1, -1)
print(model.predict(one).argmax(axis=1), y[7])
