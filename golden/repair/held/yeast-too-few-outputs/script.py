# protein localisation, 4 compartments: CYT NUC MIT ME3
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

NB_FEATURES = 8
NB_CLASSES = 3

rng = np.random.RandomState(2)
sites = np.array(['CYT', 'NUC', 'MIT', 'ME3'])
which = rng.choice(4, size=200, p=[0.4, 0.3, 0.2, 0.1])
X = rng.rand(200, NB_FEATURES) + which[:, None] * 0.2
_, y = np.unique(sites[which], return_inverse=True)

split = 160
x_train, y_train = X[:split], y[:split]
x_test, y_test = X[split:], y[split:]

net = tf.keras.models.Sequential()
net.add(layers.Dense(32, input_shape=(NB_FEATURES,)))
net.add(layers.BatchNormalization())
net.add(layers.Activation('relu'))
net.add(layers.Dense(NB_CLASSES, activation='softmax'))
net.compile(loss='sparse_categorical_crossentropy', optimizer='nadam', metrics=['accuracy'])

net.fit(x_train, y_train, epochs=4, batch_size=20)
print(net.evaluate(x_test, y_test, verbose=0))
