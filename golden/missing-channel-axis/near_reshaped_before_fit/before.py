import numpy as np
from tensorflow.keras import Sequential, layers

images = np.random.rand(32, 12, 12)
images = images.reshape((-1, 12, 12, 1))
labels = np.random.rand(32)
model = Sequential([layers.Conv2D(2, 3, input_shape=(12, 12, 1)), layers.Flatten(), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(images, labels)
