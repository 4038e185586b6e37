import numpy as np
from tensorflow import keras
from tensorflow.keras import backend as K


def squared(y_true, y_pred):
    return K.mean(K.square(y_true - y_pred), axis=-1)


ages = np.random.randint(18, 90, (40, 1))
answers = np.random.rand(40, 5)
model = keras.Sequential([keras.Input(shape=(5,)), keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss=squared)
model.fit(answers, ages, epochs=1, verbose=0)
