import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

X = np.random.rand(120, 8)
y = np.random.randint(0, 2, 120)

model = keras.Sequential(
    [
        layers.Dense(16, activation="relu", input_shape=(8,)),
        layers.Dense(1, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(X, y, epochs=2, verbose=0)
print(model.predict(X[:3], verbose=0))
