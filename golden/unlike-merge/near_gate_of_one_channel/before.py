import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

inp = keras.Input((6, 6, 4))
gate = layers.Conv2D(1, 1, activation="sigmoid")(inp)
x = layers.Multiply()([inp, gate])
squeeze = layers.Dense(4, activation="sigmoid")(layers.GlobalAveragePooling2D()(x))
x = layers.Multiply()([x, layers.Reshape((1, 1, 4))(squeeze)])
model = keras.Model(inp, layers.Dense(1)(layers.Flatten()(x)))
model.compile("adam", "mse")
model.fit(np.random.rand(5, 6, 6, 4), np.random.rand(5, 1))
