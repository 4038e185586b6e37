import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Dense
from tensorflow.keras.metrics import RootMeanSquaredError as RMSE

rmse = RMSE(name="rmse")
model = Sequential([Dense(1, input_shape=(2,))])
model.compile("sgd", "mse", metrics=rmse)
model.fit(np.random.rand(6, 2), np.random.rand(6, 1), verbose=0)
