"""Rank job adverts by clicks: every pair of the batch is compared."""
import keras
import numpy as np
from keras import layers, ops


class PairwiseRanking(keras.losses.Loss):
    def call(self, y_true, y_pred):
        y_true = ops.reshape(y_true, (-1, 1))
        y_pred = ops.reshape(y_pred, (-1, 1))
        dt = y_true - ops.transpose(y_true)
        dp = y_pred - ops.transpose(y_pred)
        return ops.mean(ops.softplus(-ops.sign(dt) * dp))


rng = np.random.default_rng(44)
adverts = rng.normal(size=(160, 11)).astype("float32")
clicks = np.exp(adverts[:, 2]) + rng.random(160)

scorer = keras.Sequential([
    keras.Input((11,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(1),
])
scorer.compile(optimizer="adam", loss=PairwiseRanking())
scorer.fit(adverts, clicks.astype("float32"), batch_size=20, epochs=3)
