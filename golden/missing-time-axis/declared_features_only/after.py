import numpy as np
from tensorflow.keras import Input, Model, layers

steps, features = 7, 3
x = np.random.rand(20, steps, features)
inputs = Input(shape=(7, features))
hidden = layers.LSTM(4)(inputs)
model = Model(inputs, layers.Dense(1)(hidden))
model.compile("sgd", "mse")
model.fit(x, np.random.rand(20))
