# Wine quality regression, week 3 assignment
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from keras.models import Sequential
from keras.layers import Dense, Dropout

df = pd.read_csv('vinho_verde.csv', sep=';')
print(df.describe())

y = df['quality'].values
X = df.drop('quality', axis=1).values

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=7)
sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.transform(X_test)

model = Sequential()
model.add(Dense(24, input_dim=8, kernel_initializer='he_normal', activation='relu'))
model.add(Dropout(0.1))
model.add(Dense(12, activation='relu'))
model.add(Dense(1))
model.compile(loss='mean_squared_error', optimizer='adam', metrics=['mae'])

model.fit(X_train, y_train, epochs=30, batch_size=8, validation_split=0.2, verbose=0)
mse, mae = model.evaluate(X_test, y_test, verbose=0)
print('test mae: %.3f' % mae)
