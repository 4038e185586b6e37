import os
import tempfile
import numpy as np
from scipy.io import loadmat, savemat
from keras import models, layers

# the lab's measurement PC writes Matlab files
mat_path = os.path.join(tempfile.mkdtemp(), 'spectra.mat')
rnd = np.random.RandomState(31)
material = rnd.randint(0, 4, 160)
wavelengths = np.linspace(400, 1000, 103)
spectra = np.exp(-((wavelengths[None] - 500 - 100 * material[:, None]) / 80.0) ** 2)
savemat(mat_path, {'spectra': spectra + 0.05 * rnd.randn(160, 103), 'material': material[:, None]})

mat = loadmat(mat_path)
x = mat['spectra'].astype('float32')
y = np.eye(4)[mat['material']]

model = models.Sequential([
    layers.Input(shape=(103,)),
    layers.Reshape((103, 1)),
    layers.Conv1D(12, 11, activation='relu'),
    layers.MaxPooling1D(3),
    layers.Flatten(),
    layers.Dense(4, activation='softmax'),
])
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x[:120], y[:120], batch_size=20, epochs=5, validation_data=(x[120:], y[120:]))
