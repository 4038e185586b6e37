import numpy as np
import tensorflow as tf

x = np.random.rand(40, 4).astype("float32")
y = np.random.rand(40, 1).astype("float32")
train = (
    tf.data.Dataset.from_tensor_slices((x, y))
    .shuffle(40)
    .batch(8)
    .repeat()
)
held = tf.data.Dataset.from_tensor_slices((x[:10], y[:10])).batch(5)
held = held.repeat()

inputs = tf.keras.Input((4,))
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(inputs))
model.compile("sgd", "mse")
model.fit(train, epochs=2, validation_data=held, verbose=0)
