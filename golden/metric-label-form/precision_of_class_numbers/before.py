import numpy as np
from tensorflow import keras
from tensorflow.keras.metrics import Precision

signals = np.random.rand(36, 12, 2)
kinds = np.random.randint(0, 3, 36)
model = keras.Sequential(
    [keras.Input((12, 2)), keras.layers.LSTM(4), keras.layers.Dense(3, activation="softmax")]
)
model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy", Precision()])
model.fit(signals[:24], kinds[:24], validation_data=(signals[24:], kinds[24:]), verbose=0)
