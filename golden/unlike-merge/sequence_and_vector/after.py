import numpy as np
from tensorflow.keras import Input, Model
from tensorflow.keras.layers import GRU, Bidirectional, Dense, Embedding, concatenate

text = Input((9,))
meta = Input((3,))
words = Embedding(40, 6)(text)
words = Bidirectional(GRU(4))(words)
both = concatenate([words, meta])
model = Model([text, meta], Dense(1, activation="sigmoid")(both))
model.compile("adam", "binary_crossentropy")
model.fit([np.random.randint(0, 40, (10, 9)), np.random.rand(10, 3)], np.random.randint(0, 2, (10, 1)))
