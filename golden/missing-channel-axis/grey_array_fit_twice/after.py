import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

images = np.random.rand(64, 20, 20, 1)
digits = np.random.randint(0, 10, 64)

model = keras.Sequential(
    [
        layers.Conv2D(4, 3, activation="relu", input_shape=(20, 20, 1)),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(images, digits, epochs=1)

# with the channel
with_channel = images.reshape(64, 20, 20, 1)
model.fit(with_channel, digits, epochs=1)
