import numpy as np
import tensorflow as tf

images = np.random.rand(40, 8, 8, 1).astype("float32")
labels = np.random.randint(0, 6, 40)
train = tf.data.Dataset.from_tensor_slices((images, labels)).map(lambda i, l: (i, tf.one_hot(l, 6))).batch(8)

model = tf.keras.Sequential(
    [tf.keras.Input((8, 8, 1)), tf.keras.layers.Flatten(), tf.keras.layers.Dense(6, activation="softmax")]
)
model.compile("adam", "categorical_crossentropy")
model.fit(train, epochs=2, verbose=0)
