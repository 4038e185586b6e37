import numpy as np
from tensorflow.keras import Sequential, layers

clips = np.random.rand(5, 3, 8, 8, 1)
model = Sequential([
    layers.ConvLSTM2D(3, 3, padding="same", return_sequences=True, input_shape=(3, 8, 8, 1)),
    layers.BatchNormalization(),
    layers.ConvLSTM2D(2, 3),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(clips, np.random.rand(5, 1))
