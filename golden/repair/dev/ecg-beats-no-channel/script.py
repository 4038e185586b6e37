import numpy as np
from keras.models import Sequential
from keras.layers import Conv1D, MaxPool1D, GlobalMaxPool1D, Dense, Dropout

# heart beats, one row each: 187 samples + class 0..4
beats = np.random.RandomState(5).rand(200, 188)
beats[:, -1] = np.arange(200) % 5

X = beats[:, :-1][..., np.newaxis]
Y = beats[:, -1].astype(int)

nclass = 5
model = Sequential()
model.add(Conv1D(16, kernel_size=5, activation='relu', padding='valid', input_shape=(187,)))
model.add(Conv1D(16, kernel_size=5, activation='relu', padding='valid'))
model.add(MaxPool1D(pool_size=2))
model.add(Dropout(rate=0.1))
model.add(Conv1D(32, kernel_size=3, activation='relu', padding='valid'))
model.add(GlobalMaxPool1D())
model.add(Dense(64, activation='relu', name='dense_1'))
model.add(Dense(nclass, activation='softmax', name='dense_3'))

model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['acc'])
model.fit(X, Y, epochs=2, verbose=2, validation_split=0.1)
