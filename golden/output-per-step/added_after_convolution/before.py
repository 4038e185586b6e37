import numpy as np
from tensorflow.keras import Sequential, layers

net = Sequential()
net.add(layers.Conv1D(6, 3, activation='relu', input_shape=(16, 2)))
net.add(layers.Dense(1, activation='sigmoid'))
net.compile(loss='binary_crossentropy', optimizer='adam')
net.fit(np.random.rand(30, 16, 2), np.random.randint(0, 2, 30), epochs=1, verbose=0)
