import numpy as np
from tensorflow import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

images, labels = np.random.rand(20, 6, 6, 1), np.random.rand(20, 1)
flow = ImageDataGenerator().flow(images, labels, batch_size=5)
model = keras.Sequential([keras.layers.Input((6, 6, 1)), keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(flow)
print(model.evaluate(flow, steps=flow.n // 5))
print(model.predict(flow, steps=4).shape)
