import numpy as np
from tensorflow import keras

inputs = keras.Input((7,))
shared = keras.layers.Dense(8, activation="relu")(inputs)
kind = keras.layers.Dense(3, activation="softmax", name="kind")(shared)
price = keras.layers.Dense(1, name="price")(shared)
model = keras.Model(inputs, [kind, price])
model.compile("adam", loss={"kind": "categorical_crossentropy", "price": "mse"})

x = np.random.rand(40, 7)
model.fit(
    x,
    {"kind": keras.utils.to_categorical(np.random.randint(0, 3, 40), 3), "price": np.random.rand(40)},
    verbose=0,
)
