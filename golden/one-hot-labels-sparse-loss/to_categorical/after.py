import numpy as np
from tensorflow import keras

CLASSES = 5
data = np.random.rand(70, 9)
target = keras.utils.to_categorical(np.random.randint(0, CLASSES, 70), CLASSES)

model = keras.Sequential()
model.add(keras.Input(shape=(9,)))
model.add(keras.layers.Dense(CLASSES, activation='softmax'))
model.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
history = model.fit(data, target, epochs=2, verbose=0)
