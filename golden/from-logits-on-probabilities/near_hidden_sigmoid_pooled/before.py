import numpy as np
from tensorflow import keras

model = keras.Sequential(
    [
        keras.Input((10, 4)),
        keras.layers.Conv1D(8, 3, activation="sigmoid"),
        keras.layers.GlobalMaxPooling1D(),
        keras.layers.Dense(3),
    ]
)
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(np.random.rand(40, 10, 4), np.random.randint(0, 3, 40), verbose=0)
