import os, tempfile
import numpy as np
import keras
from keras import layers

# patches were exported from the torch project
path = os.path.join(tempfile.gettempdir(), "patches_export.npz")
r = np.random.RandomState(11)
np.savez(path, patches=r.rand(96, 3, 40, 40), tissue=r.randint(0, 4, 96))

pack = np.load(path)
x = pack["patches"].astype("float32")
y = pack["tissue"]

inputs = keras.Input((40, 40, 3))
h = layers.Conv2D(24, 3, strides=2, activation="relu")(inputs)
h = layers.BatchNormalization()(h)
h = layers.Conv2D(48, 3, strides=2, activation="relu")(h)
h = layers.Flatten()(h)
h = layers.Dropout(0.3)(h)
outputs = layers.Dense(4, activation="softmax")(h)

net = keras.Model(inputs, outputs, name="tissue")
net.compile(keras.optimizers.Adam(1e-3), "sparse_categorical_crossentropy", metrics=["accuracy"])
net.fit(x, y, batch_size=16, epochs=2, validation_split=0.25)
