import numpy as np
from tensorflow import keras


class Classifier:
    def __init__(self, model):
        self.model = model

    def predict_proba(self, x):
        return self.model.predict(x, verbose=0)

    def predict_classes(self, x):
        return self.predict_proba(x).argmax(axis=-1)


def report(classifier, x):
    return classifier.predict_classes(x), classifier.predict_proba(x)


model = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(3, activation="softmax")])
model.compile("sgd", "sparse_categorical_crossentropy")
model.fit(np.random.rand(12, 4), np.random.randint(0, 3, 12), verbose=0)
print(report(Classifier(model), np.random.rand(2, 4)))
