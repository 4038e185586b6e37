import os
import tempfile
import numpy as np
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
import tensorflow as tf

WINDOW = 20
COLS = ["open", "high", "low", "close", "volume"]


def download(ticker):
    # yfinance is blocked at work, so: random walk
    rs = np.random.RandomState(len(ticker))
    close = 100 + rs.randn(260).cumsum()
    frame = pd.DataFrame({"open": close + rs.randn(260), "high": close + 2, "low": close - 2,
                          "close": close, "volume": rs.randint(1000, 9000, 260)})
    path = os.path.join(tempfile.mkdtemp(), ticker + ".csv")
    frame.to_csv(path, index=False)
    return path


def make_windows(values, window):
    xs, ys = [], []
    for i in range(len(values) - window):
        xs.append(values[i:i + window])
        ys.append(values[i + window, 3])
    return np.array(xs), np.array(ys)


def build_model(window):
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.LSTM(32, return_sequences=True, input_shape=(window, 1)))
    model.add(tf.keras.layers.Dropout(0.2))
    model.add(tf.keras.layers.LSTM(16))
    model.add(tf.keras.layers.Dense(1))
    model.compile(optimizer="adam", loss="mse")
    return model


if __name__ == "__main__":
    df = pd.read_csv(download("MSFT"))
    data = MinMaxScaler().fit_transform(df[COLS])
    X, y = make_windows(data, WINDOW)
    cut = int(0.8 * len(X))
    net = build_model(WINDOW)
    net.fit(X[:cut], y[:cut], epochs=3, batch_size=32, validation_data=(X[cut:], y[cut:]))
    pred = net.predict(X[cut:])
    print("RMSE", np.sqrt(np.mean((pred[:, 0] - y[cut:]) ** 2)))
