import pandas as pd
from sklearn.preprocessing import LabelEncoder, StandardScaler
from sklearn.model_selection import train_test_split
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

dataset = pd.read_csv("penguins.csv")
dataset = dataset.dropna()

X = dataset.iloc[:, 1:5].values
y = dataset.iloc[:, 0].values

encoder = LabelEncoder()
y = encoder.fit_transform(y)

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)

classifier = Sequential()
classifier.add(Dense(units=8, activation='relu', input_dim=4))
classifier.add(Dense(units=8, activation='relu'))
classifier.add(Dense(units=3, activation='softmax'))
classifier.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])

classifier.fit(X_train, y_train, batch_size=5, epochs=20, verbose=0)
score = classifier.evaluate(X_test, y_test)
y_pred = classifier.predict(X_test)
print(encoder.inverse_transform(y_pred.argmax(axis=1)))
