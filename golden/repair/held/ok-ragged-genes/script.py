import numpy as np
import tensorflow as tf

rng = np.random.default_rng(12)
bases = {"A": 1, "C": 2, "G": 3, "T": 4}
reads = ["".join(rng.choice(list("ACGT"), rng.integers(15, 60))) for _ in range(90)]
gc_rich = np.array([(r.count("G") + r.count("C")) / len(r) > 0.5 for r in reads], dtype="int32")

ragged = tf.ragged.constant([[bases[b] for b in r] for r in reads])
padded = ragged.to_tensor(default_value=0)

model = tf.keras.Sequential([
    tf.keras.layers.Embedding(5, 6, mask_zero=True),
    tf.keras.layers.GRU(12),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(padded, gc_rich, epochs=2, batch_size=15)
