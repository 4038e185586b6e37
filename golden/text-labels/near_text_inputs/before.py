import numpy as np
import tensorflow as tf

texts = tf.constant(["a good film", "a bad film", "not good", "not bad"] * 4)
y = np.array([1, 0, 0, 1] * 4)
vectorize = tf.keras.layers.TextVectorization(max_tokens=20, output_sequence_length=4)
vectorize.adapt(texts)
model = tf.keras.Sequential(
    [
        tf.keras.Input((1,), dtype=tf.string),
        vectorize,
        tf.keras.layers.Embedding(20, 4),
        tf.keras.layers.GlobalAveragePooling1D(),
        tf.keras.layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile("adam", "binary_crossentropy")
model.fit(texts, y, verbose=0)
