"""Sleep stages: one label for every 30 s epoch of the night."""
import numpy as np
import keras

nights = np.random.randn(20, 48, 14)
stages = np.random.randint(0, 5, (20, 48, 1))
weights = np.where(stages[..., 0] == 0, 0.5, 1.0)

model = keras.Sequential([
    keras.Input((48, 14)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Conv1D(16, 5, padding="same", activation="relu"),
    keras.layers.Dense(5, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(nights, stages, sample_weight=weights, batch_size=5, epochs=2)
