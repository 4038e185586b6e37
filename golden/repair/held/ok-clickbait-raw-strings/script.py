import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

titles = ["you will not believe what happened next", "ten tricks doctors hate", "this one photo broke the internet",
          "parliament votes on the budget", "central bank keeps interest rate", "new bridge opens in spring"] * 12
bait = np.array([1, 1, 1, 0, 0, 0] * 12, dtype='float32')

vec = layers.TextVectorization(max_tokens=200, output_mode='multi_hot')
vec.adapt(titles)

model = tf.keras.Sequential([
    tf.keras.Input(shape=(1,), dtype=tf.string),
    vec,
    layers.Dense(8, activation='relu'),
    layers.Dense(1),
])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(from_logits=True), optimizer='adam')
model.fit(tf.constant(titles)[:, None], bait, batch_size=12, epochs=3)
print(tf.sigmoid(model.predict(tf.constant([['you will not believe this photo']]))))
