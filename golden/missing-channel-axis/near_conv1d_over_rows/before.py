import numpy as np
from tensorflow.keras import Sequential, layers

x = np.random.rand(16, 20, 5)
model = Sequential([layers.Conv1D(4, 3, input_shape=(20, 5)), layers.GlobalMaxPooling1D(), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x, np.random.rand(16))
