import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])
model.compile("sgd", "mae")
squares = [n * n for n in range(12)]
model.fit(range(12), np.array(squares), epochs=1, verbose=0)
