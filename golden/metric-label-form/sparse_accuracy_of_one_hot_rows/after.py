import numpy as np
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Model
from tensorflow.keras.utils import to_categorical

CLASSES = 5
features = np.random.rand(40, 8)
targets = to_categorical(np.random.randint(0, CLASSES, 40), CLASSES)


def make():
    inputs = Input(shape=(8,))
    outputs = Dense(CLASSES, activation='softmax')(Dense(8, activation='relu')(inputs))
    net = Model(inputs, outputs)
    net.compile('adam', 'categorical_crossentropy', metrics=['categorical_accuracy', 'mse'])
    return net


net = make()
net.fit(features, targets, epochs=1, verbose=0)
print(net.evaluate(features, targets, verbose=0))
