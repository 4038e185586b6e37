import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((5,))
outputs = tf.keras.layers.Dense(4, name="logits")(inputs)
model = tf.keras.Model(inputs, outputs)
model.compile("adam", loss=tf.keras.losses.CategoricalCrossentropy(label_smoothing=0.1, from_logits=True))

x = np.random.rand(64, 5).astype("float32")
y = tf.keras.utils.to_categorical(np.random.randint(0, 4, 64), 4)
model.fit(x, y, epochs=1, verbose=0)
print(tf.nn.softmax(model.predict(x[:4], verbose=0)))
