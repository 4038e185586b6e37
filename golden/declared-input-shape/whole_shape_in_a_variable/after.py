import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

images = np.random.rand(40, 10, 10, 1).astype("float32")
labels = np.random.randint(0, 3, 40)
shape = images.shape[1:]

model = keras.Sequential(
    [
        keras.Input(shape=shape),
        layers.Dense(4, activation="relu"),
        layers.Flatten(),
        layers.Dense(3, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(images, labels, epochs=1, verbose=0)
