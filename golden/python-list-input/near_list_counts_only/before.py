import numpy as np
from tensorflow import keras

history = []
x = np.random.rand(12, 2)
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
for epoch in [0, 1]:
    result = model.fit(x, x.sum(axis=1), initial_epoch=epoch, epochs=epoch + 1, verbose=0)
    history.append(result.history["loss"][0])
print(history, model.predict(x[[0, 3, 5]], verbose=0))
