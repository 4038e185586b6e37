import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

left, right = keras.Input((2,)), keras.Input((2,))
model = keras.Model(inputs=[left, right], outputs=layers.Dense(1)(layers.concatenate([left, right])))
model.compile("sgd", "mse")
a, b = np.random.rand(6, 2), np.random.rand(6, 2)
pair = [a, b]
model.fit(pair, np.random.rand(6, 1), verbose=0)
model.evaluate([a, b], np.random.rand(6, 1), verbose=0)
print(model.predict((a, b), verbose=0))
