"""Human activity from the phone in the pocket: 128 steps x 9 signals, windows saved by prepare.py"""
import os
import tempfile

import numpy as np
from tensorflow.keras import layers, models

ACTIVITY = {1: 'walking', 2: 'upstairs', 3: 'downstairs', 4: 'sitting', 5: 'standing', 6: 'laying'}


def prepare(folder):
    rng = np.random.default_rng(66)
    y = rng.integers(1, 7, 144)
    x = rng.normal(size=(144, 128, 9)) * y[:, None, None]
    np.save(os.path.join(folder, 'x.npy'), x.astype('float32'))
    np.save(os.path.join(folder, 'y.npy'), y)


folder = tempfile.mkdtemp()
prepare(folder)
x = np.load(os.path.join(folder, 'x.npy'))
y = np.load(os.path.join(folder, 'y.npy'))
n_timesteps, n_features = x.shape[1], x.shape[2]

model = models.Sequential()
model.add(layers.Conv2D(32, 3, activation='relu', input_shape=(n_timesteps, n_features)))
model.add(layers.Conv2D(32, 3, activation='relu'))
model.add(layers.Dropout(0.5))
model.add(layers.MaxPooling2D(2))
model.add(layers.Flatten())
model.add(layers.Dense(50, activation='relu'))
model.add(layers.Dense(len(ACTIVITY), activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x, y, epochs=3, batch_size=24, validation_split=0.25)
