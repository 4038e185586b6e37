import numpy as np
from tensorflow import keras

celsius = np.array([-40, -10, 0, 8, 15, 22, 38], dtype=float)
fahrenheit = np.array([-40, 14, 32, 46, 59, 72, 100], dtype=float)

model = keras.Sequential([keras.layers.Dense(units=1, input_shape=[1])])
model.compile(loss="mean_squared_error", optimizer=keras.optimizers.Adam(0.1))
model.fit(celsius, fahrenheit, epochs=2, verbose=False)

print(model.predict(100.0))
today = celsius[3] + 1.5
print(model.predict(today))
