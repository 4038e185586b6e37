import numpy as np
from keras.applications import VGG16
from keras import layers, models

SHAPE = (40, 40, 2)          # VV and VH polarisation
base = VGG16(weights=None, include_top=False, input_shape=SHAPE, pooling='avg')
model = models.Sequential([
    base,
    layers.Dropout(0.3),
    layers.Dense(1, activation='sigmoid'),
])
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])

rng = np.random.default_rng(6)
sar = rng.gamma(1.0, 1.0, (12, *SHAPE)).astype('float32')
ship = rng.integers(0, 2, 12).astype('float32')
model.fit(np.log1p(sar), ship, batch_size=4, epochs=1)
