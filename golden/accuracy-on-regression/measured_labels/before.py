import numpy as np
from tensorflow import keras

X = np.random.rand(60, 5)
y = X.sum(axis=1) + np.random.normal(size=60)

model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse", metrics=["accuracy"])
model.fit(X, y, epochs=1, verbose=0)
