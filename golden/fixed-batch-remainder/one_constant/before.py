import keras
import numpy as np

SIZE = 16
x = np.random.rand(40, 6, 2).astype("float32")
y = np.random.rand(40, 1).astype("float32")

inputs = keras.Input(batch_shape=(SIZE, 6, 2))
hidden = keras.layers.LSTM(4, stateful=True)(inputs)
model = keras.Model(inputs, keras.layers.Dense(1)(hidden))
model.compile("adam", "mse")
model.fit(x, y, batch_size=SIZE, epochs=1, shuffle=False, verbose=0)
