import numpy as np
from tensorflow import keras

x = np.random.rand(8, 3)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit([x], np.random.rand(8, 1), verbose=0)
print(model.predict([x[:1]], verbose=0))
