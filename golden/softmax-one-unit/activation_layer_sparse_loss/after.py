import numpy as np
from tensorflow.keras.layers import Activation, Conv1D, Dense, Flatten
from tensorflow.keras.models import Sequential

signal = np.random.rand(50, 20, 1)
sick = np.random.randint(2, size=50)

net = Sequential()
net.add(Conv1D(4, 5, input_shape=(20, 1)))
net.add(Flatten())
net.add(Dense(1))
net.add(Activation('sigmoid'))
net.compile(loss='binary_crossentropy', optimizer='adam')
net.fit(signal, sick, epochs=1, verbose=0)
