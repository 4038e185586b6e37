import numpy as np
from tensorflow import keras

model = keras.models.Sequential()
model.add(keras.layers.Embedding(50, 4, input_shape=(10,)))
model.add(keras.layers.Flatten())
model.add(keras.layers.Dense(1))
model.compile("sgd", "mse")
model.fit(np.random.randint(0, 50, (16, 10)), np.random.rand(16))
