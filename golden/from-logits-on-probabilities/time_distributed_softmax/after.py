import numpy as np
from tensorflow import keras


class Tagger(keras.Model):
    def __init__(self):
        super().__init__()
        self.rnn = keras.layers.GRU(4, return_sequences=True)
        self.tag = keras.layers.TimeDistributed(keras.layers.Dense(5, activation="softmax"))

    def call(self, x):
        return self.tag(self.rnn(x))


tagger = Tagger()
tagger.compile("adam", keras.losses.SparseCategoricalCrossentropy())
tagger.fit(np.random.rand(16, 7, 3), np.random.randint(0, 5, (16, 7)), verbose=0)
