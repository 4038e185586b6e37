import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits
from tensorflow.keras import layers

BATCH = 20


class Denoiser(tf.keras.Model):
    def __init__(self, width=8):
        super(Denoiser, self).__init__()
        self.encoder = tf.keras.Sequential([
            layers.Conv2D(width, 3, activation="relu", padding="same", strides=2),
            layers.Conv2D(2 * width, 3, activation="relu", padding="same"),
        ])
        self.decoder = tf.keras.Sequential([
            layers.Conv2DTranspose(width, 3, strides=2, activation="relu", padding="same"),
            layers.Conv2D(1, 3, activation="sigmoid", padding="same"),
        ])

    def call(self, x):
        return self.decoder(self.encoder(x))


def add_noise(img):
    noisy = img + tf.random.normal(tf.shape(img), stddev=0.3)
    return tf.clip_by_value(noisy, 0.0, 1.0), img


clean = load_digits().images[:180, ..., np.newaxis].astype("float32") / 16
ds = tf.data.Dataset.from_tensor_slices(clean)
ds = ds.map(add_noise).shuffle(200).batch(BATCH).prefetch(tf.data.AUTOTUNE)

autoencoder = Denoiser()
autoencoder.compile(optimizer="adam", loss="mse")
autoencoder.fit(ds, epochs=3, steps_per_epoch=len(clean))
print(autoencoder.predict(clean[:4]).shape)
