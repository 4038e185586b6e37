import numpy as np
from tensorflow import keras

model = keras.Sequential(
    [keras.Input((10, 4)), keras.layers.Conv1D(3, 3, activation="softmax"), keras.layers.GlobalAveragePooling1D()]
)
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=False))
model.fit(np.random.rand(40, 10, 4), np.random.randint(0, 3, 40), verbose=0)
