"""Next character model; the corpus is walked again for every epoch."""
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense, Embedding

corpus = "sing a song of sixpence a pocket full of rye four and twenty blackbirds baked in a pie " * 12
chars = sorted(set(corpus))
index = {c: i for i, c in enumerate(chars)}
codes = np.array([index[c] for c in corpus])
SEQ, BATCH = 20, 32
STEPS = (len(codes) - SEQ) // BATCH


def walk():
    starts = np.random.permutation(len(codes) - SEQ)
    for s in range(STEPS):
        chosen = starts[s * BATCH:(s + 1) * BATCH]
        x = np.stack([codes[i:i + SEQ] for i in chosen])
        y = np.array([codes[i + SEQ] for i in chosen])
        yield x, y


model = Sequential([
    Embedding(len(chars), 12),
    LSTM(32),
    Dense(len(chars), activation='softmax'),
])
model.compile(loss='sparse_categorical_crossentropy', optimizer='rmsprop')

for epoch in range(3):
    model.fit(walk(), steps_per_epoch=STEPS, epochs=1, verbose=2)
    seed = codes[:SEQ][np.newaxis]
    print('next:', chars[int(model.predict(seed, verbose=0).argmax())])
