import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder, StandardScaler
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

rows = np.random.rand(60, 4)
species = np.array(['setosa', 'versicolor', 'virginica'] * 20)
rows = StandardScaler().fit_transform(rows)
X_train, X_test, y_train, y_test = train_test_split(rows, species, test_size=0.2)


def build(classes):
    model = Sequential()
    model.add(Dense(8, activation='relu', input_dim=4))
    model.add(Dense(classes, activation='softmax'))
    model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
    return model


clf = build(3)
clf.fit(X_train, y_train, epochs=1, verbose=0)
print(clf.evaluate(X_test, y_test, verbose=0))
