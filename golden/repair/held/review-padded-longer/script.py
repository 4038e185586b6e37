import numpy as np
import tensorflow as tf
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences

good = ["the room was clean and the staff friendly", "loved the breakfast and the view from the balcony",
        "great location close to the old town", "very quiet and comfortable beds"]
bad = ["dirty bathroom and no hot water", "the staff was rude and the food cold",
       "noisy street could not sleep at all", "overpriced and far from everything"]
texts = (good + bad) * 10
labels = np.array(([1] * len(good) + [0] * len(bad)) * 10)

vocab_size = 500
tokenizer = Tokenizer(num_words=vocab_size, oov_token="<OOV>")
tokenizer.fit_on_texts(texts)
sequences = tokenizer.texts_to_sequences(texts)
padded = pad_sequences(sequences, maxlen=30, padding='post', truncating='post')

inp = tf.keras.Input(shape=(20,))
x = tf.keras.layers.Embedding(vocab_size, 16)(inp)
x = tf.keras.layers.Flatten()(x)
x = tf.keras.layers.Dense(12, activation='relu')(x)
out = tf.keras.layers.Dense(1, activation='sigmoid')(x)
model = tf.keras.Model(inp, out)

model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(padded, labels, epochs=5, batch_size=16)

new = ["friendly staff and great breakfast"]
print(model.predict(pad_sequences(tokenizer.texts_to_sequences(new), maxlen=30, padding='post')))
