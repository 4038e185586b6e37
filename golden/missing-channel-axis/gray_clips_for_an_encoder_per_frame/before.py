import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

clips = np.random.rand(24, 4, 12, 12).astype("float32")
moves = np.random.randint(0, 3, 24)

encoder = tf.keras.Sequential([layers.Conv2D(3, 3, activation="relu"), layers.Flatten()])
model = tf.keras.Sequential([layers.TimeDistributed(encoder), layers.LSTM(5), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(clips, moves, epochs=1)
