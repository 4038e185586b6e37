import numpy as np
from tensorflow.keras import Input, Model, layers

inputs = Input((10, 10, None))
hidden = layers.GlobalAveragePooling2D()(layers.Lambda(lambda x: x[..., :1])(inputs))
model = Model(inputs, layers.Dense(1)(layers.Reshape((1,))(hidden)))
model.compile("sgd", "mse")
model.fit(np.random.rand(16, 10, 10, 3), np.random.rand(16))
