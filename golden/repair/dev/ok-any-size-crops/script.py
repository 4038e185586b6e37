import itertools

import numpy as np
from tensorflow import keras
from tensorflow.keras import layers


def crops(batch=4):
    # each batch has its own size, all images of one batch share it
    for h, w in itertools.cycle([(32, 40), (40, 48), (48, 32)]):
        x = np.random.rand(batch, h, w, 3).astype('float32')
        y = (x.mean(axis=(1, 2, 3)) > 0.5).astype('float32')
        yield x, y


net = keras.Sequential([
    keras.Input((None, None, 3)),
    layers.Conv2D(8, 3, activation='relu'),
    layers.MaxPooling2D(),
    layers.Conv2D(16, 3, activation='relu'),
    layers.GlobalMaxPooling2D(),
    layers.Dense(1, activation='sigmoid'),
])
net.compile(loss='binary_crossentropy', optimizer='rmsprop', metrics=['accuracy'])
net.fit(crops(), steps_per_epoch=6, epochs=2, validation_data=crops(2), validation_steps=3)
