import numpy as np
from tensorflow import keras

x = np.random.rand(20, 3)
y = x.sum(axis=1)
model = keras.Sequential()
model.add(keras.layers.Dense(4, activation='relu', input_dim=3))
model.add(keras.layers.Dense(1))
model.compile('adam', 'mse')
model.fit(x, y, epochs=1, verbose=0)

sample = [0.2, 0.4, 0.1]
print(model.predict(np.array([sample])))
print(model.predict(np.array([[0.5, 0.5, 0.5]])), len(sample))
