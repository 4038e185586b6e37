import numpy as np
from tensorflow.keras import Sequential, layers

x = np.random.rand(20, 12)
model = Sequential([layers.LSTM(4, input_shape=(None, 1)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x[:, :, None], np.random.rand(20))
print(model.predict(np.expand_dims(x, 2)), x.T.shape)
