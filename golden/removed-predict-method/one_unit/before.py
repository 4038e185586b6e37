import numpy as np
from tensorflow import keras

x = np.random.rand(60, 4)
y = (x.sum(axis=1) > 2).astype('float32')

model = keras.Sequential()
model.add(keras.layers.Dense(8, activation='relu', input_shape=(4,)))
model.add(keras.layers.Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x, y, epochs=2, verbose=0)
guessed = model.predict_classes(x)[:, 0]
print('right:', np.mean(guessed == y))
