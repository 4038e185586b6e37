import numpy as np
from tensorflow.keras.layers import Activation, Dense, Reshape
from tensorflow.keras.losses import CategoricalCrossentropy
from tensorflow.keras.models import Sequential


def build(places, kinds):
    net = Sequential()
    net.add(Dense(places * kinds, input_dim=8))
    net.add(Reshape((places, kinds)))
    net.add(Activation("softmax"))
    net.add(Reshape((places, kinds)))
    return net


loss = CategoricalCrossentropy(reduction="sum")
net = build(2, 3)
net.compile(loss=loss, optimizer="sgd")
net.fit(np.random.rand(20, 8), np.eye(3)[np.random.randint(0, 3, (20, 2))], verbose=0)
