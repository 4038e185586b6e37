# BCI competition IV 2a style: epochs exported with mne, one file a subject
import glob
import os
import tempfile
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Input, Conv1D, AveragePooling1D, LSTM, Dense, Dropout

N_CHANNELS = 22
N_TIMES = 250
HANDS = ["left", "right"]

work = tempfile.mkdtemp()
for subject in range(3):
    r = np.random.RandomState(subject)
    hand = r.randint(0, 2, 30)
    eeg = r.randn(30, N_CHANNELS, N_TIMES) * 1e-5
    eeg[:, 7] *= (1 + hand)[:, None]
    np.savez(os.path.join(work, "A0%dT.npz" % (subject + 1)), epochs=eeg, hand=hand)

X, y = [], []
for f in sorted(glob.glob(os.path.join(work, "*.npz"))):
    content = np.load(f)
    X.append(content["epochs"])
    y.append(content["hand"])
X = np.concatenate(X) * 1e5
y = np.concatenate(y)

# sequence of samples, every one with all electrodes
model = Sequential()
model.add(Input(shape=(N_TIMES, N_CHANNELS)))
model.add(Conv1D(16, 25, activation="elu"))
model.add(AveragePooling1D(5))
model.add(LSTM(16))
model.add(Dropout(0.3))
model.add(Dense(1, activation="sigmoid"))
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(X, y, epochs=3, batch_size=15, validation_split=0.2)
