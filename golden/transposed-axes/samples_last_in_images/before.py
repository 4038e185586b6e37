import numpy as np
from tensorflow import keras

# as scipy.io.loadmat gives the street view house numbers
mat = {"X": np.random.randint(0, 255, (16, 16, 3, 30)), "y": np.random.randint(0, 10, (30, 1))}
X = mat["X"] / 255.0
y = mat["y"]
model = keras.Sequential()
model.add(keras.layers.Conv2D(4, 3, input_shape=(16, 16, 3)))
model.add(keras.layers.GlobalAveragePooling2D())
model.add(keras.layers.Dense(10, activation="softmax"))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(X, y, batch_size=10, verbose=0)
