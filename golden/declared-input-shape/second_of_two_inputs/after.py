import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

pictures, weather = np.random.rand(20, 10, 10, 1), np.random.rand(20, 5)
first = keras.Input((10, 10, 1))
second = keras.Input((5,))
joined = layers.Concatenate()([layers.Flatten()(layers.Conv2D(2, 3)(first)), second])
model = keras.Model([first, second], layers.Dense(1)(joined))
model.compile("sgd", "mse")
model.fit([pictures, weather], np.random.rand(20))
