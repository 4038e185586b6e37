"""Is a heartbeat regular? Five leads a beat, one step of time."""

import numpy as np
from keras import layers, models

LEADS = 5


def build_model():
    inputs = layers.Input(shape=(1, LEADS))
    hidden = layers.LSTM(12)(inputs)
    outputs = layers.Dense(1, activation="sigmoid")(hidden)
    return models.Model(inputs, outputs)


beats = np.sin(np.linspace(0, 60, 120 * LEADS)).reshape(120, LEADS)
regular = (beats.mean(axis=1) > 0).astype("float32")

model = build_model()
model.compile(loss="binary_crossentropy", optimizer="rmsprop")
model.fit(beats, regular, epochs=2, batch_size=20)
model.evaluate(beats, regular)
