import numpy as np
from tensorflow import keras

x = np.random.rand(32, 7)
y = np.random.randint(0, 4, 32)


def net(loss, metric):
    model = keras.Sequential([keras.Input((7,)), keras.layers.Dense(4, activation="softmax")])
    model.compile("adam", loss, metrics=[metric])
    return model


net("sparse_categorical_crossentropy", "sparse_categorical_accuracy").fit(x, y, verbose=0)
net("categorical_crossentropy", "categorical_accuracy").fit(x, keras.utils.to_categorical(y, 4), verbose=0)
net("sparse_categorical_crossentropy", keras.metrics.SparseTopKCategoricalAccuracy(k=2)).fit(x, y, verbose=0)
