import numpy as np
from sklearn.neighbors import KNeighborsClassifier
from tensorflow import keras

x, y = np.random.rand(20, 2), np.arange(20) % 2
workers = 1
nearest = KNeighborsClassifier(n_jobs=workers).fit(x, y)
model = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy")
model.fit(x, nearest.predict(x).astype("float32"), verbose=0)
