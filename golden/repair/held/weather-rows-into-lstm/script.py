"""Will it rain tomorrow? Data of the weather station on our roof."""
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from keras.models import Sequential
from keras.layers import LSTM, Dense

FEATURES = ['temp', 'dewpoint', 'humidity', 'windspeed', 'pressure', 'cloud']


def load(path):
    df = pd.read_csv(path)
    X = MinMaxScaler(feature_range=(0, 1)).fit_transform(df[FEATURES])
    y = df['rain_tomorrow'].values
    n_train = int(len(df) * 0.75)
    return X[:n_train], y[:n_train], X[n_train:], y[n_train:]


def main():
    train_X, train_y, test_X, test_y = load('data/station_0412.csv')
    print(train_X.shape, test_X.shape)

    model = Sequential()
    model.add(LSTM(50, input_shape=(1, len(FEATURES))))
    model.add(Dense(1, activation='sigmoid'))
    model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
    model.fit(train_X, train_y, epochs=50, batch_size=72, validation_data=(test_X, test_y), verbose=2, shuffle=False)
    print(model.evaluate(test_X, test_y))


if __name__ == '__main__':
    main()
