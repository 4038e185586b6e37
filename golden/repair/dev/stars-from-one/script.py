"""Predict the number of stars (1 to 5) from the text of a product review."""
import keras
import pandas as pd
import tensorflow as tf

reviews = pd.read_csv("reviews.csv")
text = reviews["text"].tolist()
stars = reviews["stars"].to_numpy()

vec = keras.layers.TextVectorization(max_tokens=500, output_sequence_length=12)
vec.adapt(text)

ds = tf.data.Dataset.from_tensor_slices((text, stars)).shuffle(100, seed=0).batch(8)
ds = ds.map(lambda t, s: (vec(t), s))

model = keras.Sequential(
    [
        keras.layers.Embedding(500, 16),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(5, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(ds, epochs=3)
