import numpy as np
from tensorflow import keras

x = np.random.rand(90, 4)
y = keras.utils.to_categorical(np.random.randint(0, 3, 90), 3)

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=2, verbose=0)
