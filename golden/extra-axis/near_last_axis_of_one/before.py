import numpy as np
from tensorflow.keras import Input, Model, layers

x = np.random.rand(40, 8, 8, 1)
y = np.random.randint(0, 2, 40)
inputs = Input((8, 8))
model = Model(inputs, layers.Dense(1, activation="sigmoid")(layers.Flatten()(inputs)))
model.compile("adam", "binary_crossentropy")
model.fit(x, y, epochs=1)
