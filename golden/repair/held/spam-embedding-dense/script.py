import pandas as pd
import numpy as np
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, Dense, Dropout

sms = pd.read_csv('sms.tsv', sep='\t', names=['label', 'message'])
sms['label'] = (sms['label'] == 'spam').astype(int)

max_len = 12
tok = Tokenizer(num_words=300)
tok.fit_on_texts(sms['message'])
X = pad_sequences(tok.texts_to_sequences(sms['message']), maxlen=max_len)
y = sms['label'].to_numpy()

model = Sequential([
    Embedding(300, 16),
    Dropout(0.2),
    Dense(24, activation='relu'),
    Dense(1, activation='sigmoid'),
])
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
num_epochs = 5
history = model.fit(X, y, epochs=num_epochs, batch_size=8, validation_split=0.2, verbose=2)

sample = pad_sequences(tok.texts_to_sequences(['free prize call']), maxlen=max_len)
print(model.predict(sample))
