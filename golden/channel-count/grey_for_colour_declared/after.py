import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

scans = np.random.rand(40, 16, 16)
scans = np.expand_dims(scans, -1)
marks = np.random.randint(0, 3, 40)

model = keras.Sequential()
model.add(layers.Conv2D(4, 3, activation="relu", input_shape=(16, 16, 1)))
model.add(layers.GlobalAveragePooling2D())
model.add(layers.Dense(3, activation="softmax"))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(scans, marks, validation_split=0.25)
