import numpy as np
import tensorflow as tf
from tensorflow.keras import layers


def make_clips(n, frames, side, seed=0):
    r = np.random.default_rng(seed)
    clips = r.integers(0, 256, (n, frames, side, side)).astype(np.uint8)
    return clips, r.integers(0, 3, n)


def scale(clip, label):
    clip = tf.cast(clip, tf.float32)
    return clip / 255.0, label


clips, action = make_clips(30, 5, 20)
train = tf.data.Dataset.from_tensor_slices((clips, action)).map(scale).batch(6)

frame_encoder = tf.keras.Sequential(
    [layers.Conv2D(6, 3, activation="relu"), layers.MaxPooling2D(3), layers.Flatten()], name="frame_encoder"
)

model = tf.keras.Sequential(
    [
        layers.TimeDistributed(frame_encoder),
        layers.LSTM(12),
        layers.Dense(3, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train, epochs=2)
