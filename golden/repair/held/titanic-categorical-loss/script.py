import numpy as np
import pandas as pd
from keras.models import Sequential
from keras.layers import Dense, Dropout

train = pd.read_csv('titanic/train.csv')

train['Age'] = train['Age'].fillna(train['Age'].median())
train['Fare'] = np.log1p(train['Fare'])
train['Sex'] = train['Sex'].map({'male': 0, 'female': 1})
train['FamilySize'] = train['SibSp'] + train['Parch'] + 1

columns = ['Pclass', 'Sex', 'Age', 'Fare', 'FamilySize']
X = train[columns].astype('float32').values
X = (X - X.mean(axis=0)) / X.std(axis=0)
y = train['Survived'].values

model = Sequential()
model.add(Dense(32, input_dim=len(columns), activation='relu'))
model.add(Dropout(0.2))
model.add(Dense(16, activation='relu'))
model.add(Dense(1, activation='sigmoid'))
model.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
training = model.fit(X, y, epochs=50, batch_size=16, validation_split=0.2, verbose=0)
print("val_acc: {:.2f}%".format(100 * training.history['val_accuracy'][-1]))
