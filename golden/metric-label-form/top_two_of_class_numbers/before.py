import numpy as np
from tensorflow import keras

METRICS = ["accuracy", keras.metrics.TopKCategoricalAccuracy(k=2)]
x = np.random.rand(32, 7)
y = np.random.randint(0, 4, (32, 1))
model = keras.Sequential([keras.Input((7,)), keras.layers.Dense(4, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=METRICS)
model.fit(x, y, verbose=0)
