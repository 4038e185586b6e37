import numpy as np
from tensorflow.keras.layers import Dense, Flatten, Input, Reshape
from tensorflow.keras.models import Sequential

images = np.random.rand(20, 9, 9)

autoencoder = Sequential([
    Input((9, 9)),
    Flatten(),
    Dense(16, activation="relu"),
    Dense(80, activation="sigmoid"),
    Reshape((9, 9)),
])
autoencoder.compile(optimizer="adam", loss="mse")
autoencoder.fit(images, images, epochs=2)
