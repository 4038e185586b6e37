# MIT-BIH arrhythmia, LSTM baseline
import pandas as pd
from tensorflow.keras import Sequential
from tensorflow.keras.layers import LSTM, Dense, Dropout
from tensorflow.keras.optimizers import Adam

N_SAMPLES = 187

train_df = pd.read_csv('mitbih_train.csv', header=None)
test_df = pd.read_csv('mitbih_test.csv', header=None)

X_train = train_df.iloc[:, :N_SAMPLES].values
y_train = train_df.iloc[:, N_SAMPLES].astype(int)
X_test = test_df.iloc[:, :N_SAMPLES].values
y_test = test_df.iloc[:, N_SAMPLES].astype(int)

model = Sequential()
model.add(LSTM(64))
model.add(Dropout(0.2))
model.add(Dense(32, activation='relu'))
model.add(Dense(5, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer=Adam(lr=0.001), metrics=['accuracy'])

model.fit(X_train, y_train, epochs=10, batch_size=32, validation_split=0.1)
print(model.evaluate(X_test, y_test))
