import numpy as np
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.losses import CategoricalCrossentropy
from tensorflow.keras.metrics import CategoricalAccuracy
from tensorflow.keras.models import Sequential


def build_model(classes):
    net = Sequential()
    net.add(Flatten(input_shape=(6, 6)))
    net.add(Dense(classes))
    net.compile(
        optimizer="sgd",
        loss=CategoricalCrossentropy(from_logits=True),  # raw scores
        metrics=[CategoricalAccuracy(name="hit")],
    )
    return net


digits = np.random.rand(64, 6, 6)
targets = np.random.randint(0, 5, (64, 1))
net = build_model(5)
net.fit(digits, targets, validation_data=(digits[:16], targets[:16]), epochs=1, verbose=0)
