import numpy as np
from tensorflow.keras import Sequential, layers

volumes = np.random.randint(0, 4, size=(40, 8, 8)).astype("float32")
labels = np.random.rand(40)

model = Sequential()
model.add(layers.ZeroPadding2D(1, data_format="channels_first", input_shape=(1, 8, 8)))
model.add(layers.Permute((2, 3, 1)))
model.add(layers.Conv2D(2, 3))
model.add(layers.Flatten())
model.add(layers.Dense(1))
model.compile("adam", "mae")
model.fit(volumes[:32], labels[:32], validation_data=(volumes[32:], labels[32:]))
