import numpy as np
from tensorflow import keras
from tensorflow.keras import backend as K

SMOOTH = 1.0


def overlap(y_true, y_pred, extra=1e-6):
    shared = K.sum(y_true * y_pred)
    return (2 * shared + SMOOTH) / (K.sum(y_true) + K.sum(y_pred) + SMOOTH) - K.mean(K.log(y_pred + extra))


model = keras.Sequential([keras.layers.Dense(1, activation="sigmoid", input_shape=(3,))])
model.compile("adam", loss=overlap)
model.fit(np.random.rand(8, 3), np.ones((8, 1)), verbose=0)
