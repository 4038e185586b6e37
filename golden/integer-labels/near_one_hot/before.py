import numpy as np
from tensorflow import keras
from tensorflow.keras.utils import to_categorical

x = np.random.rand(40, 5)
y = to_categorical(np.random.randint(0, 3, 40), 3)
model = keras.Sequential([keras.Input(shape=(5,)), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y, epochs=1, verbose=0)
