import numpy as np
from tensorflow.keras import Sequential, layers

images = np.random.rand(16, 3, 8, 8)
model = Sequential(
    [
        layers.ZeroPadding2D(1, data_format="channels_first", input_shape=(3, 8, 8)),
        layers.Permute((2, 3, 1)),
        layers.Conv2D(2, 3),
        layers.Flatten(),
        layers.Dense(1),
    ]
)
model.compile("sgd", "mse")
model.fit(images, np.random.rand(16))
