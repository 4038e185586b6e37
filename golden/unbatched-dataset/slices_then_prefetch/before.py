import numpy as np
import tensorflow as tf

x = np.random.rand(96, 6).astype("float32")
y = np.random.randint(0, 3, 96)
train = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(96).prefetch(2)

model = tf.keras.Sequential(
    [tf.keras.layers.Input((6,)), tf.keras.layers.Dense(8, activation="relu"), tf.keras.layers.Dense(3, activation="softmax")]
)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(train, epochs=2)
