import numpy as np
from tensorflow import keras


class Tagger(keras.Sequential):
    def predict_classes(self, x):
        return np.argmax(self.predict(x, verbose=0), axis=-1)


tagger = Tagger([keras.layers.Input((4,)), keras.layers.Dense(3, activation="softmax")])
tagger.compile("sgd", "sparse_categorical_crossentropy")
tagger.fit(np.random.rand(12, 4), np.random.randint(0, 3, 12), verbose=0)
print(tagger.predict_classes(np.random.rand(2, 4)))
