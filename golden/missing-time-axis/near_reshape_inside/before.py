import numpy as np
from tensorflow.keras import Input, Model, layers

x = np.random.rand(20, 12)
inputs = Input((12,))
hidden = layers.Conv1D(2, 3)(layers.Reshape((12, 1))(inputs))
model = Model(inputs, layers.Dense(1)(layers.Flatten()(hidden)))
model.compile("sgd", "mse")
model.fit(x, np.random.rand(20))
