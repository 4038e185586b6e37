import numpy as np
from tensorflow import keras

SIZE = 8


def augmented(images, labels):
    while True:
        chosen = np.random.permutation(len(images))[:4]
        batch = images[chosen]
        if np.random.rand() < 0.5:
            batch = batch * np.random.uniform(0.5, 1.0)
        yield batch.astype("float32"), labels[chosen]


images = np.random.randint(0, 255, (16, SIZE, SIZE, 3))
labels = np.random.rand(16)
model = keras.Sequential(
    [keras.Input((SIZE, SIZE, 3)), keras.layers.Rescaling(1 / 255), keras.layers.Flatten(), keras.layers.Dense(1)]
)
model.compile("sgd", "mse")
model.fit(augmented(images, labels), steps_per_epoch=3, epochs=1)
