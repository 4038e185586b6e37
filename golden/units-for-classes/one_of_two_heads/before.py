import numpy as np
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.utils import to_categorical

faces = np.random.rand(64, 12)
ages = to_categorical(np.arange(64) % 5, 5)
glasses = np.random.randint(0, 2, 64)

inputs = keras.Input((12,))
x = layers.Dense(10, activation="relu")(inputs)
age = layers.Dense(4, activation="softmax", name="age")(x)
glass = layers.Dense(1, activation="sigmoid", name="glass")(x)
model = keras.Model(inputs, [age, glass])
model.compile("adam", loss={"age": "categorical_crossentropy", "glass": "binary_crossentropy"})
model.fit(faces, {"age": ages, "glass": glasses}, epochs=1)
