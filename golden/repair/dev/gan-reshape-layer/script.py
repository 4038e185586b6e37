import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, Sequential

LATENT = 50


def make_generator():
    g = Sequential(name="generator")
    g.add(layers.Input((LATENT,)))
    g.add(layers.Dense(7 * 7 * 128, use_bias=False))
    g.add(layers.BatchNormalization())
    g.add(layers.LeakyReLU())
    g.add(layers.Reshape((7, 7, 64)))
    g.add(layers.Conv2DTranspose(32, 5, strides=2, padding="same", use_bias=False))
    g.add(layers.BatchNormalization())
    g.add(layers.LeakyReLU())
    g.add(layers.Conv2DTranspose(1, 5, strides=2, padding="same", activation="tanh"))
    return g


def make_discriminator():
    return Sequential([
        layers.Input((28, 28, 1)),
        layers.Conv2D(32, 5, strides=2, padding="same"),
        layers.LeakyReLU(),
        layers.Dropout(0.3),
        layers.Flatten(),
        layers.Dense(1, activation="sigmoid"),
    ], name="discriminator")


g, d = make_generator(), make_discriminator()
d.compile("adam", "binary_crossentropy")
gan = Sequential([g, d])
d.trainable = False
gan.compile("adam", "binary_crossentropy")

real = np.random.uniform(-1, 1, (16, 28, 28, 1))
for step in range(3):
    fake = g.predict(np.random.normal(size=(16, LATENT)), verbose=0)
    dl = d.train_on_batch(np.concatenate([real, fake]), np.r_[np.ones(16), np.zeros(16)])
    gl = gan.train_on_batch(np.random.normal(size=(16, LATENT)), np.ones(16))
    print(step, dl, gl)
