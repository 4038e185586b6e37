import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

N_CLASSES = 4   # background, road, car, tree
SIZE = 32


def load_tiles(n):
    imgs = np.random.rand(n, SIZE, SIZE, 3).astype("float32")
    masks = np.zeros((n, SIZE, SIZE, 1), dtype="int32")
    for m in masks:
        r, c = np.random.randint(0, SIZE - 10, 2)
        m[r:r + 10, c:c + 10] = np.random.randint(1, N_CLASSES)
    return imgs, masks


def unet():
    inp = layers.Input((SIZE, SIZE, 3))
    c1 = layers.Conv2D(8, 3, activation="relu", padding="same")(inp)
    p1 = layers.MaxPooling2D()(c1)
    c2 = layers.Conv2D(16, 3, activation="relu", padding="same")(p1)
    u1 = layers.Conv2DTranspose(8, 2, strides=2, padding="same")(c2)
    m1 = layers.concatenate([u1, c1])
    c3 = layers.Conv2D(8, 3, activation="relu", padding="same")(m1)
    return tf.keras.Model(inp, layers.Conv2D(N_CLASSES, 1, activation="softmax")(c3))


x, y = load_tiles(24)
ds = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(24).batch(6)

model = unet()
model.compile("adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(ds, epochs=2)
pred = np.argmax(model.predict(x[:2]), axis=-1)
