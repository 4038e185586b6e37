import numpy as np
from tensorflow.keras import layers, models

x = np.random.rand(30, 10, 10, 3)
y = np.random.rand(30)

shape = (10, 10)
model = models.Sequential()
model.add(layers.Conv2D(3, 3, input_shape=shape))
model.add(layers.GlobalAveragePooling2D())
model.add(layers.Dense(1))
model.compile(optimizer="sgd", loss="mse")
model.fit(x, y, epochs=1)
