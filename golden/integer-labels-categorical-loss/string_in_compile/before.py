import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

x = np.random.rand(96, 12).astype("float32")
y = np.random.randint(0, 4, size=96)

model = keras.Sequential(
    [
        layers.Input(shape=(12,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(4, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=2, batch_size=16, verbose=0)
