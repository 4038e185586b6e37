# matrix factorisation on book ratings
import numpy as np
from tensorflow.keras.layers import Input, Embedding, Flatten, Dot, Dense, Concatenate
from tensorflow.keras.models import Model

n_users, n_books, n_ratings = 80, 150, 1000
rng = np.random.RandomState(0)
users = rng.randint(0, n_users, n_ratings)
books = rng.randint(0, n_books, n_ratings)
ratings = rng.randint(1, 6, n_ratings).astype('float32')

book_input = Input(shape=[1], name="Book-Input")
book_vec = Flatten(name="Flatten-Books")(Embedding(n_books, 5, name="Book-Embedding")(book_input))

user_input = Input(shape=[1], name="User-Input")
user_vec = Flatten(name="Flatten-Users")(Embedding(n_users, 5, name="User-Embedding")(user_input))

merged = Concatenate()([Dot(axes=1)([book_vec, user_vec]), book_vec, user_vec])
hidden = Dense(16, activation='relu')(merged)
out = Dense(1)(hidden)

model = Model([user_input, book_input], out)
model.compile('adam', 'mean_squared_error')
model.fit([users, books], ratings, epochs=2, batch_size=64, verbose=1)

# what would user 1 think of book 42?
user = 1
book = 42
print(model.predict([user, book]))
