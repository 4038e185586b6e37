import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import to_categorical as one_hot


def labels(count):
    classes = np.arange(count) % 3
    return np.eye(3)[classes]


target = one_hot(labels(66), 3)
model = Sequential()
model.add(Dense(6, input_shape=(4,), activation="relu"))
model.add(Dense(3, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer="rmsprop")
model.fit(np.random.rand(66, 4), target, batch_size=11, epochs=1)
