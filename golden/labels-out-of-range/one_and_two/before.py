import numpy as np
from tensorflow import keras

x = np.random.rand(50, 4)
group = np.random.choice([1, 2], size=(50, 1))
model = keras.Sequential([keras.layers.Dense(1, activation="sigmoid", input_shape=(4,))])
model.compile("adam", loss=keras.losses.binary_crossentropy)
model.fit(x=x, y=group, verbose=0)
