import numpy as np
from tensorflow.keras import Model, layers


def model_for(shape):
    if isinstance(shape, int):
        shape = (shape,)
    inputs = layers.Input(shape=shape)
    return Model(inputs, layers.Dense(1)(layers.Flatten()(inputs)))


for shape in (5, (5, 2)):
    model = model_for(shape)
    model.compile("sgd", "mse")
    model.fit(np.random.rand(16, *np.atleast_1d(shape)), np.random.rand(16))
