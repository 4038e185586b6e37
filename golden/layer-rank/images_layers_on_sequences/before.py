import numpy as np
from tensorflow.keras.layers import Activation, Conv2D, Dense, Embedding, Flatten, MaxPooling2D
from tensorflow.keras.models import Sequential

reviews = np.random.randint(0, 200, (32, 20))
stars = np.random.randint(0, 2, 32)

model = Sequential([
    Embedding(200, 8, input_length=20),
    Conv2D(6, kernel_size=(3, 3)),
    Activation("relu"),
    MaxPooling2D(pool_size=(2, 2), strides=2),
    Flatten(),
    Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(reviews, stars, epochs=2, batch_size=16)
