import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split

table = pd.read_csv("soil.csv")
X = table[["N", "P", "K", "ph", "rainfall"]].values.astype("float32")
y = table["crop"].values

x_tr, x_te, y_tr, y_te = train_test_split(X, y, test_size=0.2, random_state=3)

norm = tf.keras.layers.Normalization()
norm.adapt(x_tr)

inp = tf.keras.Input((5,))
h = norm(inp)
h = tf.keras.layers.Dense(20, activation="relu")(h)
h = tf.keras.layers.Dense(20, activation="relu")(h)
out = tf.keras.layers.Dense(3, activation="softmax")(h)

model = tf.keras.Model(inp, out)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_tr, y_tr, epochs=5, batch_size=8, validation_data=(x_te, y_te))
