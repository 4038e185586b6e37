import numpy as np
from tensorflow.keras import layers, models
from tensorflow.keras.utils import to_categorical

x = np.random.rand(80, 7)
y = to_categorical(np.random.randint(0, 4, 80), 4)

model = models.Sequential([layers.Input((7,)), layers.Dense(9, activation="relu"), layers.Dense(4, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y, epochs=1)
