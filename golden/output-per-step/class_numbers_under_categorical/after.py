import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Conv2D, Dense, Flatten, MaxPooling2D

x = np.random.rand(30, 12, 12, 1).astype("float32")
y = np.random.randint(0, 5, (30, 1))

model = Sequential()
model.add(Conv2D(4, 3, activation="relu", input_shape=x.shape[1:]))
model.add(MaxPooling2D())
model.add(Flatten())
model.add(Dense(5, activation="softmax"))
model.compile("adam", "categorical_crossentropy")
model.fit(x, y, epochs=1, verbose=0)
