import numpy as np
from tensorflow import keras

x = np.random.rand(20, 7)
y = np.random.rand(20)
model = keras.Sequential([keras.layers.Dense(3, activation="relu", input_shape=(7,)), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, verbose=0)
print(model.predict(x[:1], verbose=0), model.predict(x[3:4], verbose=0), model.predict(x[[5]], verbose=0))
for row in x[:2]:
    print(model.predict(row[np.newaxis], verbose=0), model(row[None]))
