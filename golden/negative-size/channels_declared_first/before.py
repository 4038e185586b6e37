import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import Conv2D, Dense, Flatten

photos = np.random.rand(12, 3, 24, 24)
kinds = np.random.randint(0, 4, 12)

model = keras.Sequential([
    Conv2D(4, (3, 3), activation="relu", input_shape=(3, 24, 24)),
    Conv2D(4, (3, 3), activation="relu"),
    Flatten(),
    Dense(4, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(photos, kinds)
