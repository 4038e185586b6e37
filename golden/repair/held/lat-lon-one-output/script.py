"""Where is the phone? Position on the floor from the signal strength of 12 access points."""
import numpy as np
import keras
from keras import layers

rng = np.random.default_rng(5)
access_points = rng.uniform(0, 40, (12, 2))
xy = rng.uniform(0, 40, (400, 2))
dist = np.linalg.norm(xy[:, None] - access_points[None], axis=-1)
rssi = -30 - 20 * np.log10(dist + 1) + rng.normal(0, 1.5, dist.shape)
rssi = (rssi - rssi.mean()) / rssi.std()

x_train, x_test = rssi[:320], rssi[320:]
pos_train, pos_test = xy[:320] / 40, xy[320:] / 40

inputs = keras.Input((12,))
h = layers.Dense(64, activation="relu")(inputs)
h = layers.Dense(32, activation="relu")(h)
position = layers.Dense(1)(h)

locator = keras.Model(inputs, position)
locator.compile("adam", loss="mse")
locator.fit(x_train, pos_train, epochs=15, batch_size=32, validation_data=(x_test, pos_test), verbose=2)
error = locator.predict(x_test) - pos_test
print("mean error in metres:", 40 * np.sqrt((error ** 2).sum(axis=1)).mean())
