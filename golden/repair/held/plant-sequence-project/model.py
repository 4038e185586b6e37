from tensorflow.keras import Model, layers

import config


def build_classifier(input_shape=config.INPUT_SHAPE, n_classes=len(config.SPECIES)):
    inp = layers.Input(input_shape)
    x = inp
    for filters in (16, 32, 64):
        x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
        x = layers.MaxPooling2D()(x)
    x = layers.Flatten()(x)
    x = layers.Dense(64, activation="relu")(x)
    return Model(inp, layers.Dense(n_classes, activation="softmax")(x))
