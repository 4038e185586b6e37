import numpy as np
import keras
from keras import layers, ops

latent_dim = 6


class Sampling(layers.Layer):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.seed = keras.random.SeedGenerator(7)

    def call(self, inputs):
        mean, log_var = inputs
        eps = keras.random.normal(ops.shape(mean), seed=self.seed)
        self.add_loss(-0.0005 * ops.mean(1 + log_var - ops.square(mean) - ops.exp(log_var)))
        return mean + ops.exp(0.5 * log_var) * eps


# encoder
enc_in = keras.Input((32, 32, 1))
h = layers.Conv2D(16, 3, strides=2, padding="same", activation="relu")(enc_in)
h = layers.Conv2D(32, 3, strides=2, padding="same", activation="relu")(h)
h = layers.Flatten()(h)
mu = layers.Dense(latent_dim)(h)
logv = layers.Dense(latent_dim)(h)
z = Sampling()([mu, logv])

# decoder
d = layers.Dense(8 * 8 * 32, activation="relu")(z)
d = layers.Reshape((8, 8, 64))(d)
d = layers.Conv2DTranspose(32, 3, strides=2, padding="same", activation="relu")(d)
d = layers.Conv2DTranspose(16, 3, strides=2, padding="same", activation="relu")(d)
dec_out = layers.Conv2DTranspose(1, 3, padding="same", activation="sigmoid")(d)

vae = keras.Model(enc_in, dec_out)
strokes = (np.random.default_rng(0).random((64, 32, 32, 1)) > 0.8).astype("float32")
vae.compile(optimizer="adam", loss="binary_crossentropy")
vae.fit(strokes, strokes, epochs=2, batch_size=16)
