import numpy as np
from tensorflow.keras import Sequential, layers

model = Sequential([layers.Dense(1, input_shape=[5])])
model.compile("sgd", "mse")
model.fit(np.random.rand(16, 5), np.random.rand(16))
