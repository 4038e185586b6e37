import numpy as np
from tensorflow.keras import Input, Model, layers

inp = Input((15, 15, 1))
down = layers.Conv2D(2, 3, padding="same")(inp)
up = layers.UpSampling2D()(layers.MaxPooling2D()(down))
x = layers.concatenate([up, layers.Cropping2D(((0, 1), (1, 0)))(down)])
model = Model(inp, layers.Dense(1)(layers.GlobalMaxPooling2D()(x)))
model.compile("adam", "mse")
model.fit(np.random.rand(5, 15, 15, 1), np.random.rand(5, 1))
