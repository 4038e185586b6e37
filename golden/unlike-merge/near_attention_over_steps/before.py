import numpy as np
from tensorflow.keras import Input, Model, layers

inp = Input((7, 4))
h = layers.LSTM(5, return_sequences=True)(inp)
weights = layers.Softmax(axis=1)(layers.Dense(1)(h))
context = layers.Flatten()(layers.Dot(axes=1)([h, weights]))
x = layers.Concatenate()([context, layers.GlobalMaxPooling1D()(h)])
model = Model(inp, layers.Dense(1)(x))
model.compile("adam", "mse")
model.fit(np.random.rand(5, 7, 4), np.random.rand(5, 1))
