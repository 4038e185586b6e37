import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, Bidirectional, LSTM, TimeDistributed, Dense
from tensorflow.keras.preprocessing.sequence import pad_sequences

tagged = [
    [("the", "D"), ("cat", "N"), ("sleeps", "V")],
    [("a", "D"), ("dog", "N"), ("chases", "V"), ("the", "D"), ("cat", "N")],
    [("birds", "N"), ("sing", "V")],
    [("the", "D"), ("old", "A"), ("man", "N"), ("reads", "V")],
] * 12
words = {w: i + 1 for i, w in enumerate(sorted({w for s in tagged for w, _ in s}))}
tags = {"PAD": 0, "D": 1, "N": 2, "V": 3, "A": 4}

X = pad_sequences([[words[w] for w, _ in s] for s in tagged], maxlen=6, padding="post")
Y = pad_sequences([[tags[t] for _, t in s] for s in tagged], maxlen=6, padding="post")

model = Sequential()
model.add(Embedding(len(words) + 1, 16))
model.add(Bidirectional(LSTM(16, return_sequences=True)))
model.add(TimeDistributed(Dense(len(tags), activation="softmax")))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(X, Y, batch_size=8, epochs=3)
print(model.predict(X[:1]).argmax(-1))
