# star rating (1 to 5) from the text of an app review
import numpy as np
from tensorflow.keras import layers, models
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences

reviews = [
    ("crashes every time i open it", 1), ("useless app full of ads", 1),
    ("slow and the login is broken", 2), ("half of the features are missing", 2),
    ("it is ok but drains the battery", 3), ("works most of the time", 3),
    ("nice design but needs a dark mode", 4), ("very good only sync is slow", 4),
    ("best app ever i use it daily", 5), ("perfect does exactly what i need", 5),
] * 8

texts = [r[0] for r in reviews]
stars = np.array([r[1] for r in reviews])

tokenizer = Tokenizer()
tokenizer.fit_on_texts(texts)
vocab_size = len(tokenizer.word_index)
X = pad_sequences(tokenizer.texts_to_sequences(texts), maxlen=9)

model = models.Sequential([
    layers.Embedding(vocab_size, 20),
    layers.Conv1D(24, 3, activation='relu'),
    layers.GlobalMaxPooling1D(),
    layers.Dense(5, activation='softmax'),
])
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(X, stars, batch_size=20, epochs=4)
