import numpy as np
import tensorflow as tf

image = tf.keras.Input(shape=(10, 10))
hidden = tf.keras.layers.Dense(20, activation="relu")(tf.keras.layers.Flatten()(image))
kind = tf.keras.layers.Dense(3)(hidden)
model = tf.keras.Model(inputs=image, outputs=kind)
model.compile(
    optimizer="adam", loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"]
)
model.fit(np.random.rand(32, 10, 10), np.random.randint(0, 3, (32, 1)), epochs=1, verbose=0)
