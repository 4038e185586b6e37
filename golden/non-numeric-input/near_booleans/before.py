import numpy as np
from tensorflow import keras

flags = np.random.rand(20, 6) > 0.5
model = keras.Sequential([keras.layers.Dense(1, input_shape=(6,), activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(flags, flags[:, 0], verbose=0)
