import numpy as np
import tensorflow as tf

mails = np.random.rand(20, 12)
verdicts = np.array(["spam", "ham"] * 10)
print(np.unique(verdicts, return_counts=True))

inputs = tf.keras.layers.Input(shape=(12,))
outputs = tf.keras.layers.Dense(1, activation="sigmoid")(inputs)
model = tf.keras.models.Model(inputs, outputs)
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer="sgd")
model.fit(mails, np.unique(verdicts, return_inverse=True)[1], validation_split=0.2, verbose=0)
