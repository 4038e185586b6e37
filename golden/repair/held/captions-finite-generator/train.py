from tensorflow import keras
from tensorflow.keras import layers

from batches import stream, n_blocks

N_TRAIN = 160
EPOCHS = 5

model = keras.Sequential([
    layers.Input((32, 20)),
    layers.Conv1D(24, 3, activation="relu"),
    layers.GlobalAveragePooling1D(),
    layers.Dense(12, activation="relu"),
    layers.Dense(1, activation="relu"),
])
model.compile(optimizer="adam", loss="poisson")
model.fit(stream(N_TRAIN), steps_per_epoch=n_blocks(N_TRAIN), epochs=EPOCHS)
model.save("phoneme_counter.keras")
