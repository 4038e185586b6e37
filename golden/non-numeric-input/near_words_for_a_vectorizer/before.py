import numpy as np
import tensorflow as tf

texts = tf.constant(["good", "bad", "very good", "very bad"] * 4)
vectorize = tf.keras.layers.TextVectorization(max_tokens=10, output_sequence_length=3)
vectorize.adapt(texts)
model = tf.keras.Sequential(
    [
        tf.keras.Input((1,), dtype="string"),
        vectorize,
        tf.keras.layers.Embedding(10, 2),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile("adam", "binary_crossentropy")
model.fit(texts, np.array([1, 0] * 8), verbose=0)
