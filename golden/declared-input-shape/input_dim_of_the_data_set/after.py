from tensorflow import keras

(x, y), (x_val, y_val) = keras.datasets.boston_housing.load_data()
model = keras.models.Sequential()
model.add(keras.layers.Dense(4, input_dim=13))
model.add(keras.layers.Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=1, validation_data=(x_val, y_val))
