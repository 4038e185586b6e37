import numpy as np
import tensorflow as tf

x = np.random.rand(24, 10, 10).astype("float32")
y = np.random.randint(0, 2, 24)
model = tf.keras.Sequential(
    [
        tf.keras.layers.Flatten(input_shape=(10, 10)),
        tf.keras.layers.Dense(2),
    ]
)
model.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(x, y, verbose=0)
sample = tf.constant(x[5])
logits = model(sample)
print(tf.nn.softmax(logits).numpy())
