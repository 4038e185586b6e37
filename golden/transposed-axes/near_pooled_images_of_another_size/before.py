import numpy as np
from tensorflow import keras

x = np.random.rand(16, 12, 20, 3)
model = keras.Sequential(
    [
        keras.Input((None, None, 3)),
        keras.layers.Conv2D(2, 3),
        keras.layers.GlobalMaxPooling2D(),
        keras.layers.Dense(1),
    ]
)
model.compile("adam", "mse")
model.fit(x, np.random.rand(16), verbose=0)
model.predict(np.transpose(x, (0, 2, 1, 3)), verbose=0)
