import numpy as np
from tensorflow.keras import Sequential, layers

table = np.random.rand(50, 14)
target = np.random.rand(50)
x = table.reshape(table.shape[0], 1, table.shape[1])

model = Sequential()
model.add(layers.Conv1D(filters=8, kernel_size=3, activation="relu", input_shape=(1, 14)))
model.add(layers.Flatten())
model.add(layers.Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(x, target, epochs=2, verbose=0)
