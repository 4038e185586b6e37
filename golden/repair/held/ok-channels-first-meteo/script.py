# fields as they come out of xarray: (time, variable, lat, lon)
import numpy as np
from tensorflow.keras import Sequential, layers

VARIABLES = ['t2m', 'msl', 'u10', 'v10']
rng = np.random.RandomState(50)
fields = rng.randn(40, len(VARIABLES), 18, 36).astype('float32')
storm = (fields[:, 1].mean(axis=(1, 2)) < 0).astype(int)

model = Sequential([
    layers.Input(shape=(len(VARIABLES), 18, 36)),
    layers.BatchNormalization(axis=1),
    layers.Permute((2, 3, 1)),
    layers.Conv2D(16, 3, activation='relu'),
    layers.MaxPooling2D(2),
    layers.Conv2D(16, 3, activation='relu'),
    layers.GlobalAveragePooling2D(),
    layers.Dense(1, activation='sigmoid'),
])
model.compile('adam', 'binary_crossentropy', metrics=['accuracy'])
model.fit(fields, storm, epochs=2, batch_size=8)
