import numpy as np
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential

# accelerometer + gyroscope windows recorded with the phone app
signals = np.load("signals.npy")
activity = np.load("activity.npy")
n_samples, n_steps, n_features = signals.shape
print("windows:", n_samples, "steps:", n_steps, "channels:", n_features)

mean = signals.mean(axis=(0, 1))
std = signals.std(axis=(0, 1))
signals = (signals - mean) / std

model = Sequential([
    LSTM(24, input_shape=(n_features, n_steps)),
    Dense(16, activation="relu"),
    Dense(int(activity.max()) + 1, activation="softmax"),
])
model.compile("rmsprop", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(signals, activity, epochs=3, batch_size=10, shuffle=True)
