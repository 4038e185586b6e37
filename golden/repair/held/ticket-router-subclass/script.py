"""Route support tickets to a team."""
import tensorflow as tf
from tensorflow import keras

TEAMS = {"billing": 0, "network": 1, "hardware": 2, "account": 3}
TICKETS = [
    ("i was charged twice this month", "billing"),
    ("refund for my last invoice please", "billing"),
    ("wifi drops every ten minutes", "network"),
    ("vpn does not connect from home", "network"),
    ("my laptop screen is flickering", "hardware"),
    ("keyboard is broken and the mouse too", "hardware"),
    ("cannot log in after password reset", "account"),
    ("please delete my old user profile", "account"),
] * 12


class Router(keras.Model):
    def __init__(self, vectorizer, n_teams, dim=24):
        super().__init__()
        self.vectorizer = vectorizer
        self.embed = keras.layers.Embedding(vectorizer.vocabulary_size(), dim, mask_zero=True)
        self.rnn = keras.layers.Bidirectional(keras.layers.LSTM(16))
        self.head = keras.layers.Dense(n_teams)

    def call(self, text):
        return self.head(self.rnn(self.embed(self.vectorizer(text))))


texts = tf.constant([t for t, _ in TICKETS])
teams = tf.constant([TEAMS[c] for _, c in TICKETS])

vectorizer = keras.layers.TextVectorization(max_tokens=1000, output_sequence_length=10)
vectorizer.adapt(texts)

router = Router(vectorizer, len(TEAMS))
router.compile(
    optimizer=keras.optimizers.Adam(3e-3),
    loss=keras.losses.CategoricalCrossentropy(from_logits=True),
)
router.fit(tf.data.Dataset.from_tensor_slices((texts, teams)).shuffle(96).batch(16), epochs=4)
