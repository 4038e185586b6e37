import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.metrics import BinaryAccuracy
from tensorflow.keras.models import Sequential

x = np.random.rand(50, 6)
spam = np.random.randint(0, 2, size=50)
model = Sequential([Dense(4, activation="relu", input_shape=(6,)), Dense(1, activation="sigmoid")])
model.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=[BinaryAccuracy()])
model.fit(x, spam, verbose=0)
