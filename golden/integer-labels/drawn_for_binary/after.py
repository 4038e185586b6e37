import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

features = np.random.rand(64, 6)
labels = np.random.randint(0, 2, size=64).astype("float32")

net = keras.Sequential([layers.Input(shape=(6,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
net.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
net.fit(features, labels, epochs=2, verbose=0)
