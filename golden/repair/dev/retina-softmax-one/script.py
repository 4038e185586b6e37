import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

IMG_SHAPE = (75, 75, 3)


def retina_batches(n, batch):
    x = np.random.randint(0, 256, (n, *IMG_SHAPE)).astype("float32")
    y = np.random.binomial(1, 0.3, n).astype("float32")
    x[y == 1, 30:40, 30:40] = 255
    return tf.data.Dataset.from_tensor_slices((x, y)).shuffle(n).batch(batch)


base_model = tf.keras.applications.Xception(include_top=False, weights="imagenet", input_shape=IMG_SHAPE, pooling="avg")
base_model.trainable = False

inputs = tf.keras.Input(IMG_SHAPE)
x = layers.RandomFlip()(inputs)
x = tf.keras.applications.xception.preprocess_input(x)
x = base_model(x, training=False)
x = layers.Dropout(0.2)(x)
outputs = layers.Dense(1, activation="softmax")(x)
model = tf.keras.Model(inputs, outputs)

model.compile(
    optimizer=tf.keras.optimizers.Adam(1e-3),
    loss=tf.keras.losses.BinaryCrossentropy(),
    metrics=["accuracy"],
)
model.fit(retina_batches(20, 10), epochs=1)
