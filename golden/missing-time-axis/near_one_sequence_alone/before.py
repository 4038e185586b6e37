import numpy as np
from tensorflow.keras import Sequential, layers

model = Sequential([layers.LSTM(4, input_shape=(None, 1)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.random.rand(10, 5, 1), np.random.rand(10))
one = np.random.rand(5, 1)
print(model.predict(one.reshape(1, 5, 1)))
