import numpy as np
import tensorflow as tf

x = np.random.rand(40, 5).astype("float32")
raw = np.random.randint(0, 2, 40)
y = raw.astype(np.float32)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, activation="sigmoid", input_shape=(5,))])
model.compile("adam", "binary_crossentropy")
model.fit(x, y, epochs=1)
model.fit(x, tf.cast(raw, tf.float32), epochs=1)
