import numpy as np
from tensorflow.keras import layers, models

digits = np.random.rand(500, 10, 10)[:200]
labels = np.random.randint(0, 10, 200)
digits = digits.reshape(500, 10, 10, 1)

model = models.Sequential()
model.add(layers.Conv2D(4, (3, 3), activation="relu", input_shape=(10, 10, 1)))
model.add(layers.Flatten())
model.add(layers.Dense(10, activation="softmax"))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(digits, labels, epochs=1)
