# airline tweets: negative / neutral / positive
import numpy as np
import pandas as pd
from tensorflow.keras import Input, Model
from tensorflow.keras.layers import TextVectorization, Embedding, GRU, Dense, SpatialDropout1D
import tensorflow as tf

tweets = pd.DataFrame({
    "text": ["@air lost my bag again", "flight cancelled no help from staff", "landed five minutes ago",
             "boarding at gate 12 now", "great crew today thank you", "upgraded for free love it"] * 15,
    "sentiment": ["negative", "negative", "neutral", "neutral", "positive", "positive"] * 15,
}).sample(frac=1, random_state=2)

target = pd.get_dummies(tweets["sentiment"]).values.astype("float32")

vectorize = TextVectorization(max_tokens=400, output_sequence_length=8)
vectorize.adapt(tweets["text"].to_numpy().astype(str))
ids = vectorize(tf.constant(tweets["text"].tolist()))

tokens = Input(shape=(8,), dtype="int32")
x = Embedding(400, 24)(tokens)
x = SpatialDropout1D(0.1)(x)
x = GRU(24)(x)
x = GRU(12)(x)
probs = Dense(3, activation="softmax")(x)
model = Model(tokens, probs)

model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(ids, target, batch_size=18, epochs=3, validation_split=0.2)
