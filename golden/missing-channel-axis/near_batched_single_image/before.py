import numpy as np
from tensorflow.keras import Sequential, layers

model = Sequential([layers.Conv2D(2, 3, input_shape=(12, 12, 1)), layers.Flatten(), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.random.rand(16, 12, 12, 1), np.random.rand(16))
one = np.random.rand(12, 12, 1)
print(model.predict(one[np.newaxis]))
