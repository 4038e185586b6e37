import numpy as np
from tensorflow.keras import Input, Model, layers

inp = Input((None, None, 2))
down = layers.Conv2D(3, 3, strides=2, padding="same")(inp)
up = layers.Conv2DTranspose(3, 3, strides=2, padding="same")(down)
x = layers.Concatenate()([inp, up])
model = Model(inp, layers.Dense(1)(layers.GlobalMaxPooling2D()(x)))
model.compile("adam", "mse")
model.fit(np.random.rand(4, 8, 12, 2), np.random.rand(4, 1))
