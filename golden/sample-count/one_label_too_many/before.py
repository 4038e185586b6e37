import numpy as np
from tensorflow import keras

pixels = np.random.rand(80, 20)
digits = np.random.randint(0, 10, 81)

model = keras.Sequential(
    [keras.layers.Dense(16, activation="relu", input_shape=(20,)), keras.layers.Dense(10, activation="softmax")]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(pixels, digits, epochs=1, verbose=0)

shorter = digits[:80]
model.fit(pixels, shorter, epochs=1, verbose=0)
