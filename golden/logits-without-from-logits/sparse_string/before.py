import numpy as np
from tensorflow import keras

x = np.random.rand(80, 6)
y = np.random.randint(0, 3, 80)

model = keras.Sequential(
    [
        keras.Input((6,)),
        keras.layers.Dense(12, activation="relu"),
        keras.layers.Dense(3),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=2, verbose=0)
