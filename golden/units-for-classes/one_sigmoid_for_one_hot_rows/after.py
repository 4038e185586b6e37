import numpy as np
import tensorflow as tf

x = np.random.rand(48, 10).astype("float32")
y = tf.one_hot(np.random.randint(0, 4, 48), 4)
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(48).batch(12)

model = tf.keras.Sequential()
model.add(tf.keras.layers.Dense(6, activation="relu"))
model.add(tf.keras.layers.Dense(4, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(data, epochs=1, verbose=0)
