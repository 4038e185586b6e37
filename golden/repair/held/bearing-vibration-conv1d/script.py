"""Fault diagnosis of roller bearings from raw vibration (CWRU-like recordings)."""
import os
import tempfile

import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv1D, MaxPooling1D, GlobalMaxPooling1D, Dense, BatchNormalization

SEGMENT = 512
CLASSES = ['normal', 'inner', 'outer', 'ball']

# fake recordings so that the notebook can be run without the 3 GB download
root = tempfile.mkdtemp()
rng = np.random.RandomState(0)
for k, name in enumerate(CLASSES):
    t = np.arange(SEGMENT * 20) / 12000.0
    signal = np.sin(2 * np.pi * (60 + 40 * k) * t) + 0.1 * rng.randn(t.size)
    np.save(os.path.join(root, name + '.npy'), signal.astype('float32'))


def segments(name):
    raw = np.load(os.path.join(root, name + '.npy'))
    n = len(raw) // SEGMENT
    return raw[:n * SEGMENT].reshape(n, SEGMENT, 1)


X = np.concatenate([segments(c) for c in CLASSES])
y = np.repeat(np.arange(len(CLASSES)), 20)
perm = rng.permutation(len(X))
X, y = X[perm], y[perm]

model = Sequential([
    Conv1D(16, 64, strides=8, activation='relu', input_shape=(1, SEGMENT)),
    BatchNormalization(),
    MaxPooling1D(2),
    Conv1D(32, 3, activation='relu', padding='same'),
    GlobalMaxPooling1D(),
    Dense(len(CLASSES), activation='softmax'),
])
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(X, y, batch_size=16, epochs=5, validation_split=0.25)
