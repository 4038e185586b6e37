import numpy as np
from tensorflow.keras import layers, models

CLASSES = 3


def classifier(features):
    inputs = layers.Input(shape=(features,))
    hidden = layers.Dense(6, activation="tanh")(inputs)
    outputs = layers.Dense(CLASSES, activation="softmax")(hidden)
    return models.Model(inputs, outputs)


def main():
    x = np.random.rand(45, 5)
    y = np.random.randint(0, CLASSES, 45)
    net = classifier(x.shape[1])
    net.compile("sgd", "sparse_categorical_crossentropy")
    net.fit(x, y, epochs=1)
    wrong = np.flatnonzero(
        net.predict_classes(
            x,
            batch_size=9,
            verbose=0,
        )
        != y
    )
    print(len(wrong), net.predict_proba(x[:2]).sum(axis=1))


main()
