import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

SIZE = 75
N_META = 5      # age, sex, localisation (3 groups)


def image_branch():
    img = layers.Input(shape=(SIZE, SIZE, 3), name="lesion")
    x = layers.Rescaling(1 / 127.5, offset=-1)(img)
    for f in (8, 16, 32):
        x = layers.SeparableConv2D(f, 3, activation="relu")(x)
        x = layers.MaxPooling2D(3)(x)
    return img, x


def meta_branch():
    meta = layers.Input(shape=(N_META,), name="patient")
    m = layers.Dense(10, activation="relu")(meta)
    return meta, layers.Dropout(0.1)(m)


img, x = image_branch()
meta, m = meta_branch()
both = tf.concat([x, m], axis=-1)
both = layers.Dense(16, activation="relu")(both)
malignant = layers.Dense(1, activation="sigmoid", name="malignant")(both)
model = tf.keras.Model(inputs=[img, meta], outputs=malignant)
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=[tf.keras.metrics.AUC()])

rng = np.random.default_rng(9)
lesions = rng.integers(0, 255, (32, SIZE, SIZE, 3)).astype("uint8")
patients = rng.random((32, N_META)).astype("float32")
y = rng.integers(0, 2, 32)
model.fit({"lesion": lesions, "patient": patients}, y, epochs=2, batch_size=8)
