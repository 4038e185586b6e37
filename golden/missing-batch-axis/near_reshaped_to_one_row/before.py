import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

X = np.random.rand(30, 4)
y = np.random.randint(0, 2, 30)
model = Sequential([Dense(6, activation="relu", input_shape=(4,)), Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(X, y, verbose=0)
patient = np.array([6.0, 148.0, 72.0, 35.0]).reshape(1, -1)
print(model.predict(patient, verbose=0))
print(model.predict(np.expand_dims(X[0], axis=0), verbose=0))
print(model.predict(np.array([X[1]]), verbose=0))
print(model.predict(np.stack([X[2], X[3]]), verbose=0))
