import numpy as np
from tensorflow import keras


def bias(y_true, y_pred):
    return keras.backend.mean(y_pred - y_true, axis=-1)


inputs = keras.Input((2,))
model = keras.Model(inputs, keras.layers.Dense(1)(inputs))
model.compile("sgd", "mae", weighted_metrics=bias)
model.fit(np.random.rand(6, 2), np.random.rand(6, 1), sample_weight=np.ones(6), verbose=0)
