import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

signal = np.zeros((64, 1, 20, 2))
label = np.random.randint(0, 4, 64)

model = keras.Sequential([layers.Input((20, 2)), layers.Conv1D(8, 3), layers.Flatten(), layers.Dense(4)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(signal, label, epochs=1)
