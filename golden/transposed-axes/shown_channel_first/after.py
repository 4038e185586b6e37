import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, Flatten
from tensorflow.keras.models import Sequential

CHANNELS, SIDE = 3, 12


def stack(n):
    scans = [np.random.rand(CHANNELS, SIDE, SIDE) for _ in range(n)]
    return np.stack(scans)


scans = stack(20)
red = scans[:, 0]
print("red:", red.mean())
labels = np.random.randint(0, 2, 20)
model = Sequential()
model.add(Conv2D(4, (3, 3), activation='relu', input_shape=(SIDE, SIDE, CHANNELS)))
model.add(Flatten())
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(np.transpose(scans, (0, 2, 3, 1)), labels, epochs=1, verbose=0)
