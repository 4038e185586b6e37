import numpy as np
import pandas as pd
import tensorflow as tf

df = pd.DataFrame({"id": range(30), "price": np.random.rand(30), "broken": np.random.randint(0, 2, 30)})
pix = np.random.randint(0, 255, (30, 28, 20, 3)).astype("uint8")

ds = tf.data.Dataset.from_tensor_slices((
    {"pixels": pix, "price": df["price"].values[:, None].astype("float32")},
    {"broken": df["broken"].values, "worth": df["price"].values.astype("float32")},
)).batch(6)

pixels = tf.keras.Input((28, 20, 3), name="pixels", dtype="uint8")
price = tf.keras.Input((1,), name="price")
x = tf.keras.layers.Rescaling(1 / 255)(pixels)
x = tf.keras.layers.Conv2D(4, 3, activation="relu")(x)
x = tf.keras.layers.Flatten()(x)
x = tf.keras.layers.Concatenate()([x, price])
model = tf.keras.Model(
    {"pixels": pixels, "price": price},
    {
        "broken": tf.keras.layers.Dense(1, activation="sigmoid", name="broken")(x),
        "worth": tf.keras.layers.Dense(1, name="worth")(x),
    },
)
model.compile("adam", loss={"broken": "binary_crossentropy", "worth": "mse"}, metrics={"broken": ["accuracy"]})
model.fit(ds, epochs=2)
